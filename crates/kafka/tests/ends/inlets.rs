//! The consumer's end.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use flow::{Fault, FaultKind, Found, Inlet as _, NoMeter, Place, Positions, Reread as _, Witness, chain};
use kafka::{Inlet, Limits, Member, Producer, Rereader};
use test_support::{Broker, KafkaTrial, unique};

use super::{Desk, LIMITS, Noted, block_on, copied, id_of, message, next, noise, settle};

pub(super) fn trials() -> Vec<KafkaTrial> {
    vec![
        KafkaTrial::beside("progress_has_no_gap_from_batch_to_batch_though_the_flow_was_busy_for_long", busy),
        KafkaTrial::beside("partitions_that_were_paused_are_read_on_after_they_went_and_came_back", paused),
        KafkaTrial::beside("a_rewound_inlet_gives_again_what_is_not_settled_and_nothing_else", rewind),
        KafkaTrial::beside(
            "an_inlet_that_is_rewound_again_and_again_while_others_come_and_go_reads_on",
            restless,
        ),
        KafkaTrial::beside("positions_count_and_the_groups_offsets_do_not", positions),
        KafkaTrial::beside(
            "a_position_whose_messages_were_deleted_is_a_fault_that_names_both_offsets",
            deleted,
        ),
        KafkaTrial::beside(
            "a_topic_in_which_another_message_stands_where_the_last_one_stood_is_not_read_on",
            made_anew,
        ),
        KafkaTrial::beside("a_position_behind_the_end_of_the_log_is_a_fault", beyond),
        KafkaTrial::beside("a_call_for_a_batch_that_is_dropped_loses_nothing", cancelled),
    ]
}

fn busy(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        let limits = Limits { messages: 20, bytes: 1_000_000, wait: Duration::from_millis(5) };
        let mut inlet = desk.inlet(&unique("group"), limits);
        desk.produce(0..100).await;
        let mut at: BTreeMap<i32, i64> = BTreeMap::new();
        let (mut ids, mut rounds) = (Vec::new(), 0);
        while ids.len() < 300 {
            let batch = next(&mut inlet).await;
            assert!(batch.messages.len() <= 20, "{}", batch.messages.len());
            for stretch in &batch.receipt.progress {
                assert_eq!(*at.get(&stretch.partition).unwrap_or(&stretch.from), stretch.from);
                at.insert(stretch.partition, stretch.next);
            }
            ids.extend(batch.messages.iter().map(id_of));
            rounds += 1;
            if rounds == 2 {
                // Longer than it takes until the partitions are paused; more comes meanwhile.
                tokio::time::sleep(Duration::from_millis(1500)).await;
                desk.produce(100..300).await;
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
        ids.sort_unstable();
        assert!(ids.into_iter().eq(0..300));
    });
}

fn paused(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 2).await;
        desk.produce(0..200).await;
        let (group, limits) = (unique("group"), Limits { messages: 10, ..LIMITS });
        let mut first = desk.inlet(&group, limits);
        next(&mut first).await;
        tokio::time::sleep(Duration::from_millis(1300)).await;
        // Half of its paused partitions go to another, and come back.
        let mut second = desk.inlet(&group, limits);
        let half = next(&mut second).await;
        assert!(half.receipt.progress.len() == 1);
        drop(second);
        let mut seen = std::collections::BTreeSet::new();
        while seen.len() < 200 {
            seen.extend(next(&mut first).await.messages.iter().map(id_of));
        }
    });
}

fn rewind(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..100).await;
        let limits = Limits { messages: 10, ..LIMITS };
        let mut inlet = desk.inlet(&unique("group"), limits);
        let mut outlet = desk.outlet(&unique("id")).await;
        // From the beginning, as long as nothing is settled.
        assert_eq!(id_of(&next(&mut inlet).await.messages[0]), 0);
        inlet.rewind().await.unwrap();
        let batch = next(&mut inlet).await;
        assert_eq!(id_of(&batch.messages[0]), 0);
        let count = batch.messages.len();
        settle(&mut outlet, copied(batch)).await;
        next(&mut inlet).await;
        next(&mut inlet).await;
        for _ in 0..3 {
            // Also when its partitions are paused meanwhile.
            tokio::time::sleep(Duration::from_millis(1300)).await;
            inlet.rewind().await.unwrap();
            assert_eq!(id_of(&next(&mut inlet).await.messages[0]) as usize, count);
        }
    });
}

fn restless(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 4).await;
        desk.produce(0..400).await;
        let (group, limits) = (unique("group"), Limits { messages: 10, ..LIMITS });
        let mut inlet = desk.inlet(&group, limits);
        let others = async {
            for round in 0..4 {
                let mut other = desk.inlet(&group, limits);
                next(&mut other).await;
                for _ in 0..round {
                    other.rewind().await.unwrap();
                }
            }
        };
        tokio::select! {
            () = others => {}
            () = async {
                loop {
                    // A member may be left without a batch for a while: others have what there is.
                    let _ = tokio::time::timeout(Duration::from_millis(30), inlet.next()).await;
                    inlet.rewind().await.unwrap();
                }
            } => {}
        }
        let mut seen = std::collections::BTreeSet::new();
        while seen.len() < 400 {
            seen.extend(next(&mut inlet).await.messages.iter().map(id_of));
        }
    });
}

/// Positions as a sink's manifests have them.
struct Fixed(Option<Place>);

impl Positions for Fixed {
    fn place(&self, _: &str, _: i32) -> Result<Option<Place>, Fault> {
        Ok(self.0)
    }
}

fn at(desk: &Desk, group: &str, next: Option<i64>) -> Inlet {
    at_place(desk, group, next.map(|next| Place { next, witness: None }))
}

fn at_place(desk: &Desk, group: &str, place: Option<Place>) -> Inlet {
    let positions = Some(Arc::new(Fixed(place)) as Arc<dyn Positions>);
    Inlet::join(&desk.settings, &desk.raw, Member::dynamic(group), LIMITS, positions, Arc::new(NoMeter))
        .unwrap()
}

fn positions(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..100).await;
        let group = unique("group");
        {
            let mut inlet = at(&desk, &group, Some(40));
            let batch = next(&mut inlet).await;
            assert_eq!(id_of(&batch.messages[0]), 40);
            assert_eq!(batch.receipt.progress[0].from, 40);
            // For lag tools: the group's offsets follow.
            inlet.settled(&[batch.receipt]).await;
        }
        // Without positions the group's offsets count, and these were committed.
        let meter = Arc::new(Noted::default());
        {
            let mut inlet =
                Inlet::join(&desk.settings, &desk.raw, Member::dynamic(&group), LIMITS, None, meter.clone())
                    .unwrap();
            let waiting = tokio::time::timeout(Duration::from_millis(2500), inlet.next()).await;
            if let Ok(batch) = waiting {
                let id = id_of(&batch.unwrap().unwrap().messages[0]);
                assert!(id > 40, "{id}");
            }
        }
        assert_eq!(meter.notes().assigned.first(), Some(&1));
        // With positions they do not; and where nothing was settled, it is the beginning.
        let mut inlet = at(&desk, &group, Some(7));
        assert_eq!(id_of(&next(&mut inlet).await.messages[0]), 7);
        drop(inlet);
        let mut inlet = at(&desk, &group, None);
        assert_eq!(id_of(&next(&mut inlet).await.messages[0]), 0);
    });
}

fn made_anew(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..100).await;
        let filed = message(39);
        let after = |payload: &[u8]| {
            let witness = Some(Witness::new(39, payload));
            at_place(&desk, &unique("group"), Some(Place { next: 40, witness }))
        };
        let mut inlet = after(&filed.payload);
        let batch = next(&mut inlet).await;
        assert_eq!(id_of(&batch.messages[0]), 40, "the witness itself is not read twice");
        assert_eq!(batch.receipt.progress[0].from, 40);
        // Every way back looks again.
        inlet.rewind().await.unwrap();
        assert_eq!(id_of(&next(&mut inlet).await.messages[0]), 40);
        drop(inlet);

        let again = Rereader::new(&desk.settings).unwrap();
        let reread = |offset| again.reread(&desk.raw, 0, offset).unwrap();
        assert_eq!(reread(39), Found::Message(filed.payload.to_vec()));
        assert_eq!(reread(0), Found::Message(message(0).payload.to_vec()));
        assert_eq!(reread(100), Found::Nothing);

        let fault = after(b"what stood there in the log before").next().await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::Data);
        let line = chain(&fault);
        assert!(line.contains(&desk.raw) && line.contains("after offset 39"), "{line}");
    });
}

fn deleted(broker: &Broker) {
    block_on(async {
        let mut desk = Desk::new(broker, 1).await;
        desk.raw = unique("short");
        let config = [("segment.bytes", "1048576"), ("retention.bytes", "1048576")];
        let config = config.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let topic =
            kafka::NewTopic { name: desk.raw.clone(), partitions: Some(1), replication: Some(1), config };
        kafka::create_topics(&desk.settings, &[topic]).await.unwrap();
        let producer = Producer::open(&desk.settings, &desk.raw).await.unwrap();
        for id in 0..60 {
            let mut message = message(id);
            message.payload = noise(100_000, id).into();
            producer.send(&message).await.unwrap();
            producer.flush(Duration::from_secs(10)).await.unwrap();
        }
        let first = loop {
            let topics = kafka::list_topics(&desk.settings).await.unwrap();
            let first = topics.iter().find(|topic| topic.name == desk.raw).unwrap().partitions[0].first;
            if first > 10 {
                break first;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        let mut inlet = at(&desk, &unique("group"), Some(5));
        let fault = inlet.next().await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::Data);
        let line = chain(&fault);
        let parts = [format!("{}, partition 0, from 5 on", desk.raw), format!("at {first}")];
        assert!(parts.iter().all(|part| line.contains(part)), "{line}");

        assert_eq!(Rereader::new(&desk.settings).unwrap().reread(&desk.raw, 0, 5).unwrap(), Found::Deleted);

        // Only the last message that was read was deleted, and none that was not: that is what retention is for.
        let witness = Some(Witness::new(first - 1, b"long gone"));
        let mut inlet = at_place(&desk, &unique("group"), Some(Place { next: first, witness }));
        assert_eq!(i64::from(id_of(&next(&mut inlet).await.messages[0])), first);
    });
}

fn beyond(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        desk.produce(0..10).await;
        let fault = at(&desk, &unique("group"), Some(5000)).next().await.unwrap_err();
        assert_eq!(fault.kind, FaultKind::Data);
        assert!(chain(&fault).contains("its log ends earlier, at 10"), "{}", chain(&fault));
    });
}

fn cancelled(broker: &Broker) {
    block_on(async {
        let desk = Desk::new(broker, 1).await;
        let mut inlet = desk.inlet(&unique("group"), Limits { messages: 7, ..LIMITS });
        desk.produce(0..200).await;
        let mut ids = Vec::new();
        let mut patience = Duration::from_micros(100);
        while ids.len() < 200 {
            // Dropped in all phases of a wait.
            match tokio::time::timeout(patience, inlet.next()).await {
                Ok(batch) => ids.extend(batch.unwrap().unwrap().messages.iter().map(id_of)),
                Err(_) => patience = (patience * 2).min(Duration::from_secs(1)),
            }
            if ids.len() % 3 == 0 {
                patience = Duration::from_micros(100);
            }
        }
        assert!(ids.into_iter().eq(0..200));
    });
}
