//! Who may log in to a guarded broker, and what they may do there.

/// Somebody with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct User {
    pub name: &'static str,
    pub password: &'static str,
}

/// May do everything.
pub const ADMIN: User = User { name: "admin", password: "admin-7c1e" };
/// May do what it is granted, and at first nothing.
pub const DESK: User = User { name: "desk", password: "desk-52fa" };

/// What a right is on, by its whole name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource<'a> {
    Topic(&'a str),
    Group(&'a str),
    TransactionalId(&'a str),
}

/// How Kafka's own tools log in: a file of this name beside the broker's data.
pub(crate) const FILE: &str = "admin.properties";

pub(crate) fn admin_properties() -> String {
    let login = login("");
    format!("security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config={login}\n")
}

/// What a broker's properties have besides. Its controller's own connections have no password.
pub(crate) fn properties() -> String {
    let users = [ADMIN, DESK].map(|user| format!(" user_{}=\"{}\"", user.name, user.password)).concat();
    let login = login(&users);
    format!(
        "sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
listener.name.sasl_plaintext.plain.sasl.jaas.config={login}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:{};User:ANONYMOUS
",
        ADMIN.name
    )
}

fn login(more: &str) -> String {
    let User { name, password } = ADMIN;
    let module = "org.apache.kafka.common.security.plain.PlainLoginModule";
    format!("{module} required username=\"{name}\" password=\"{password}\"{more};")
}

/// The main class and its arguments; `change` is `--add` or `--remove`.
pub(crate) fn acl_command(
    address: &str,
    change: &str,
    user: User,
    operations: &[&str],
    on: &[Resource<'_>],
) -> Vec<String> {
    let principal = format!("User:{}", user.name);
    let main = "org.apache.kafka.tools.AclCommand";
    // `--force`: it would ask before it takes a right away.
    let fixed = [main, "--bootstrap-server", address, change, "--force", "--allow-principal", &principal];
    let what = operations.iter().flat_map(|operation| ["--operation", operation]);
    let on = on.iter().flat_map(|resource| match *resource {
        Resource::Topic(name) => ["--topic", name],
        Resource::Group(name) => ["--group", name],
        Resource::TransactionalId(name) => ["--transactional-id", name],
    });
    fixed.into_iter().chain(what).chain(on).map(str::to_owned).collect()
}
