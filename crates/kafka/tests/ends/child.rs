//! This test binary as a program of its own that can be killed and stopped.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use flow::{Flow, NoMeter, Outlet as _, Settlement, Stop, chain};
use kafka::{Inlet, Limits, Member, Outlet};
use rustix::process::{Pid, Signal, kill_process};

use super::{Desk, LIMITS, block_on, copied, marked, next, pass, settings};

/// Set to what a child is to do.
const ROLE: &str = "DATELINE_TEST_CHILD";

pub(crate) fn is_child() -> bool {
    std::env::var_os(ROLE).is_some()
}

/// As short as the broker allows: the others need not wait long for one that is stopped.
pub(super) const SESSION: [(&str, &str); 2] =
    [("session.timeout.ms", "2000"), ("heartbeat.interval.ms", "500")];

/// The `main` of a child: `role address raw out dead group id`.
pub(crate) fn child() -> ExitCode {
    let line = std::env::var(ROLE).expect("a child has a role");
    let words: Vec<&str> = line.split(' ').collect();
    let [role, address, raw, out, dead, group, id] = words[..] else { panic!("{line}") };
    let mut settings = settings(address);
    settings.librdkafka.extend(SESSION.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let [raw, out, dead] = [raw, out, dead].map(str::to_owned);
    let desk = Desk { settings, raw, out, dead };
    block_on(async {
        match role {
            "copy" => copy(&desk, group, id).await,
            "hold" => hold(&desk, group, id).await,
            "name" => name(&desk, group, id).await,
            "feed" => feed(desk, group, id).await,
            _ => panic!("{role}"),
        }
    });
    ExitCode::SUCCESS
}

/// Copies until it is killed, in many small transactions.
async fn copy(desk: &Desk, group: &str, id: &str) {
    let mut outlet = Outlet::open(&desk.settings, id, &desk.out, &desk.dead, None).await.unwrap();
    let mut inlet = desk.inlet(group, Limits { messages: 20, ..LIMITS });
    let flow = Flow::plain("child").unwrap();
    println!("ready");
    flow::run(&flow, &mut inlet, Arc::new(pass), &mut outlet, &Stop::new()).await.unwrap();
}

/// Takes a batch, and commits it when told to.
async fn hold(desk: &Desk, group: &str, id: &str) {
    let mut outlet = desk.outlet(id).await;
    let mut inlet = desk.inlet(group, LIMITS);
    let batch = next(&mut inlet).await;
    println!("taken {}", batch.messages.len());
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    println!("{:?}", outlet.put(copied(batch)).await);
}

/// Takes a member's name and a batch, and does nothing with it until it is killed.
async fn name(desk: &Desk, group: &str, name: &str) {
    let (member, meter) = (Member::named(group, name), Arc::new(NoMeter));
    let mut inlet = Inlet::join(&desk.settings, &desk.raw, member, LIMITS, None, meter).unwrap();
    println!("taken {}", next(&mut inlet).await.messages.len());
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

/// Writes story after story, each with a mark that says so, until it may not any more.
async fn feed(mut desk: Desk, marks: &str, id: &str) {
    desk.settings.librdkafka.insert("transaction.timeout.ms".to_owned(), "1000".to_owned());
    let mut outlet = Outlet::open(&desk.settings, id, &desk.out, &desk.dead, Some(marks)).await.unwrap();
    println!("ready");
    for story in 0.. {
        loop {
            match outlet.put(marked("feed", story)).await {
                Ok(Settlement::Settled(_)) => break,
                Ok(_) => {}
                Err(fault) => return println!("{:?} {}", fault.kind, chain(&fault)),
            }
        }
    }
}

/// A child as its parent sees it.
pub(super) struct Other {
    child: Child,
    input: ChildStdin,
    lines: mpsc::Receiver<String>,
}

impl Other {
    pub(super) fn start(role: &str, desk: &Desk, group: &str, id: &str) -> Self {
        let Desk { settings, raw, out, dead } = desk;
        let role = format!("{role} {} {raw} {out} {dead} {group} {id}", settings.bootstrap_servers);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .env(ROLE, role)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (give, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody reads what a child says when its test is over.
                let _ = give.send(line);
            }
        });
        Self { child, input, lines }
    }

    pub(super) fn line(&self) -> String {
        self.lines.recv_timeout(Duration::from_secs(30)).expect("a child says something within 30 s")
    }

    pub(super) fn tell(&mut self, line: &str) {
        writeln!(self.input, "{line}").unwrap();
    }

    pub(super) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
