//! A process that dies with us, however we die.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

/// Runs a command in the background and waits for a word on its standard input. When that ends without one, we are
/// dead: then it kills the command, does what is to be done after it, and removes the data.
const KEEP: &str = r#"
data=$1; after=$2; shift 2
"$@" </dev/null >>"$data/broker.log" 2>&1 &
pid=$!
echo $pid
read -r word
kill -9 $pid 2>/dev/null
[ "$word" = keep ] && exit
eval "$after"
wait $pid 2>/dev/null
rm -rf "$data"
"#;

/// A process under a shell that waits for our end.
pub(crate) struct Keeper {
    shell: Child,
    /// Its end would be the shell's, if it said more than one line.
    _said: BufReader<ChildStdout>,
    pid: Pid,
}

impl Keeper {
    /// Starts `command`, whose output goes to `broker.log` in `data`. `after` is run when we are gone.
    pub(crate) fn start(data: &Path, after: &str, command: &[String]) -> io::Result<Self> {
        let mut shell = Command::new("sh");
        shell.args(["-c", KEEP, "keeper"]).arg(data).arg(after).args(command);
        // A group of its own: an interrupt from the terminal is for the tests, and their end is the broker's.
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let stdout =
            shell.stdout.take().ok_or_else(|| io::Error::other("the shell has no standard output"))?;
        let mut said = BufReader::new(stdout);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let pid = line.trim().parse().ok().and_then(Pid::from_raw);
        let pid =
            pid.ok_or_else(|| io::Error::other(format!("the shell said {line:?} and not a process id")))?;
        Ok(Self { shell, _said: said, pid })
    }

    pub(crate) fn is_alive(&self) -> bool {
        // The shell has not waited for it yet: a process that ended is still there, as a zombie.
        let state = std::fs::read_to_string(format!("/proc/{}/stat", self.pid.as_raw_nonzero()));
        match state {
            Ok(stat) => !stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('Z')),
            Err(_) => cfg!(not(target_os = "linux")) && test_kill_process(self.pid).is_ok(),
        }
    }

    /// Asks the process to end, and waits for it.
    pub(crate) fn terminate(self, patience: Duration) {
        let _ = kill_process(self.pid, Signal::TERM);
        let until = Instant::now() + patience;
        while self.is_alive() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.kill();
    }

    /// Kills the process and keeps its data.
    pub(crate) fn kill(mut self) {
        let _ = kill_process(self.pid, Signal::KILL);
        if let Some(mut word) = self.shell.stdin.take() {
            let _ = word.write_all(b"keep\n");
        }
        let _ = self.shell.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> (tempfile::TempDir, Keeper) {
        let data = tempfile::tempdir().unwrap();
        let keeper = Keeper::start(data.path(), "", &["sleep".to_owned(), "1000".to_owned()]).unwrap();
        assert!(keeper.is_alive());
        // The process has begun when its log is there, as a broker's has when it answers.
        let until = Instant::now() + Duration::from_secs(10);
        while !data.path().join("broker.log").exists() {
            assert!(Instant::now() < until, "the process did not begin");
            std::thread::sleep(Duration::from_millis(5));
        }
        (data, keeper)
    }

    #[test]
    fn when_we_are_gone_the_process_is_killed_and_its_data_removed() {
        let (data, mut keeper) = kept();
        // All that our death does to the shell.
        drop(keeper.shell.stdin.take());
        keeper.shell.wait().unwrap();
        assert!(!keeper.is_alive());
        assert!(!data.path().exists());
    }

    #[test]
    fn a_process_that_is_killed_leaves_its_data() {
        let (data, keeper) = kept();
        keeper.kill();
        assert!(data.path().join("broker.log").exists());
    }

    #[test]
    fn a_process_that_is_terminated_is_waited_for() {
        let (_data, keeper) = kept();
        let pid = keeper.pid;
        keeper.terminate(Duration::from_secs(10));
        assert!(test_kill_process(pid).is_err());
    }
}
