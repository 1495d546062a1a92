//! A disk that is full, played by a limit on the size of files (RLIMIT_FSIZE): the write fails in the same place.

use std::process::Command;

use embedded::Log;
use flow::{FaultKind, Mark, Message, Outlet, Receipt, Work};
use tempfile::TempDir;

use crate::{DEAD, ENRICHED, RAW, as_child, child, create_topics, everything};

fn work(n: u8) -> Work {
    let outputs = (0..20).map(|_| Message::new(vec![n; 50_000])).collect();
    let marks = vec![Mark { key: "n".to_owned(), value: vec![n] }];
    Work {
        outputs,
        dead: Vec::new(),
        receipt: Receipt { reader: "feed".into(), marks, ..Receipt::default() },
    }
}

#[tokio::test]
async fn a_full_disk_stops_with_an_io_fault_and_the_file_is_sound_afterwards() {
    let name = "full_disk::a_full_disk_stops_with_an_io_fault_and_the_file_is_sound_afterwards";
    if let Some(path) = as_child() {
        let log = Log::open(&path).unwrap();
        let mut outlet = log.outlet(RAW, DEAD).unwrap();
        for n in 0..100 {
            if let Err(fault) = outlet.put(work(n)).await {
                assert_eq!(fault.kind, FaultKind::Io, "{}", flow::chain(&fault));
                assert!(fault.to_string().contains("dateline.redb"), "{fault}");
                assert!(outlet.put(work(n)).await.is_err(), "nothing more is written");
                std::process::exit(74);
            }
            println!("\nsettled {n}");
        }
        panic!("the disk was never full");
    }
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dateline.redb");
    create_topics(&Log::open(&path).unwrap(), 1);
    let mut settled = 0;
    for (blocks, round) in [(6_000, 1), (6_000, 2), (20_000, 3)] {
        // In units of 512 bytes. The signal that comes with the limit is ignored, as a full disk sends none.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let test = child(name, &path);
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(script).arg(test.get_program()).args(test.get_args()).env("CHILD", &path);
        let output = shell.output().unwrap();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(74), "round {round}: {out}{err}");
        settled += out.lines().filter(|line| line.starts_with("settled")).count();

        let log = Log::open(&path).unwrap();
        assert_eq!(everything(&log, RAW).len(), 20 * settled, "round {round}");
        let last = out.lines().filter_map(|line| line.strip_prefix("settled ")).next_back();
        if let Some(last) = last {
            assert_eq!(log.marks("feed").unwrap()[0].value, [last.parse::<u8>().unwrap()], "round {round}");
        }
    }
    let log = Log::open(&path).unwrap();
    log.produce(ENRICHED, vec![Message::new("it goes on")]).unwrap();
}
