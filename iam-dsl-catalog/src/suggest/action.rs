use super::distance::{EDIT, common_head, jaro_winkler, osa, single_edit};
use super::service;
use crate::blob::ACTIONS_BY_NAME;
use crate::{Action, Service, api_names, blob};

/// A name that nobody can have meant is not worth comparing.
const LONGEST: usize = 128;

/// The price of a name that is right under a prefix that is wrong altogether.
const WRONG_PREFIX: u32 = 170;

/// The action that `text` was meant to be: the cheapest explanation of how it came about.
pub(super) fn suggest(text: &str) -> Option<Action> {
    if text.len() > LONGEST {
        return None;
    }
    let known = Action::find(text).or_else(|| api_names::action_for(text));
    known.or_else(|| {
        let mut search = Search::new(text);
        match text.split_once(':') {
            Some((prefix, name)) => search.run(prefix, name),
            None => search.without_colon(),
        }
        search.best.map(|(_, action)| action)
    })
}

/// What speaks against a candidate: cost, then less telling signs.
type Score = (u32, u32, usize);

struct Search<'t> {
    text: &'t str,
    best: Option<(Score, Action)>,
}

impl<'t> Search<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, best: None }
    }

    fn run(&mut self, prefix: &str, name: &str) {
        let named = Service::find(prefix);
        if let Some(service) = named {
            self.within(service, 0, name);
        }
        if let Some(service) = service::by_alias(prefix) {
            let api_name = api_names::action_for(&format!("{service}:{name}"));
            if let Some(action) = service.action(name).or(api_name) {
                self.offer(20, action);
            }
            self.within(service, 20, name);
        }
        self.misspelt_api_name();
        self.across(prefix, name);
        if named.is_none() {
            for service in Service::all() {
                if let Some(cost) = service::near(prefix.as_bytes(), service) {
                    self.within(service, cost, name);
                }
            }
        }
        if self.cost() > WRONG_PREFIX {
            self.across_near(name);
        }
    }

    /// The name of an API operation, a single edit away; an action that is as near goes first.
    fn misspelt_api_name(&mut self) {
        for (name, action) in api_names::all() {
            if let Some(edit) = single_edit(self.text.as_bytes(), name.as_bytes()) {
                self.offer(edit.cost() + 20, action);
            }
        }
    }

    /// The colon itself is what is missing, or what became another character.
    fn without_colon(&mut self) {
        for (at, _) in self.text.char_indices().skip(1) {
            let (prefix, rest) = self.text.split_at(at);
            let Some(service) = Service::find(prefix) else {
                continue;
            };
            self.within(service, EDIT, rest);
            let mut rest = rest.chars();
            if rest.next().is_some() {
                self.within(service, EDIT + 10, rest.as_str());
            }
        }
        self.across("", self.text);
    }

    /// Names of one service: first those a single edit away, then those that are merely alike.
    fn within(&mut self, service: Service, prefix_cost: u32, name: &str) {
        let typed = name.as_bytes();
        let before = self.cost();
        for action in service.actions() {
            if let Some(edit) = single_edit(typed, action.name_bytes()) {
                self.offer(prefix_cost + edit.cost(), action);
            }
        }
        if self.cost() < before || before <= prefix_cost + EDIT {
            return;
        }
        let limit = (typed.len() / 3).clamp(1, 5);
        for action in service.actions() {
            let own = action.name_bytes();
            if let Some(distance) = osa(typed, own, limit) {
                let distance = u32::try_from(distance).unwrap_or(u32::MAX);
                let unlike = (1000 - jaro_winkler(typed, own)) / 10;
                self.offer(prefix_cost + distance * EDIT + unlike, action);
            }
        }
    }

    /// The very name, in whatever service has it.
    fn across(&mut self, prefix: &str, name: &str) {
        let prefix = prefix.as_bytes();
        let before = self.cost();
        for action in range(name.as_bytes()) {
            if let Some(edit) = single_edit(prefix, action.service().prefix().as_bytes()) {
                self.offer(edit.cost(), action);
            }
        }
        if self.cost() < before || before <= EDIT + 20 {
            return;
        }
        for action in range(name.as_bytes()) {
            let own = action.service().prefix();
            // Prefixes that are merely not unlike say nothing: there the better known one counts.
            let alike = jaro_winkler(prefix, own.as_bytes()).saturating_sub(800);
            self.offer(WRONG_PREFIX - alike / 10, action);
        }
    }

    /// Names of other services that are a single edit away; a wrong beginning is not looked for.
    fn across_near(&mut self, name: &str) {
        let Some(head) = name.as_bytes().first_chunk::<3>() else {
            return;
        };
        for action in range_from(head) {
            if let Some(edit) = single_edit(name.as_bytes(), action.name_bytes()) {
                self.offer(WRONG_PREFIX + edit.cost(), action);
            }
        }
    }

    fn cost(&self) -> u32 {
        self.best.map_or(u32::MAX, |((cost, ..), _)| cost)
    }

    fn offer(&mut self, cost: u32, action: Action) {
        if cost > self.cost().saturating_add(EDIT + 50) {
            return;
        }
        let cost = self.whole(cost, action);
        let (_, name) = self.text.split_once(':').unwrap_or(("", self.text));
        let same = name
            .bytes()
            .zip(action.name().bytes())
            .filter(|(a, b)| a == b)
            .count();
        let unlike = 100 - u32::try_from(same.min(100)).unwrap_or(100);
        let score = (cost, unlike, super::rank(action.service()));
        if self.best.is_none_or(|(best, _)| score < best) {
            self.best = Some((score, action));
        }
    }

    /// An edit that moved the colon looks like two: one of the prefix and one of the name.
    fn whole(&self, cost: u32, action: Action) -> u32 {
        if cost < 2 * EDIT {
            return cost;
        }
        let name = action.to_string();
        match single_edit(self.text.as_bytes(), name.as_bytes()) {
            Some(edit) => edit.cost(),
            None => cost,
        }
    }
}

/// The actions of all services with exactly this name, ignoring ASCII case.
fn range(name: &[u8]) -> impl Iterator<Item = Action> {
    from(name).take_while(|action| blob::compare(action.name_bytes(), name).is_eq())
}

/// The actions of all services whose names begin so, ignoring ASCII case.
fn range_from(head: &[u8]) -> impl Iterator<Item = Action> {
    from(head).take_while(|action| common_head(action.name_bytes(), head) == head.len())
}

/// The actions of all services in the order of their bare names, from `name` on.
fn from(name: &[u8]) -> impl Iterator<Item = Action> {
    let action = |number: &[u8; 2]| Action(u16::from_le_bytes(*number));
    let start = ACTIONS_BY_NAME
        .partition_point(|number| blob::compare(action(number).name_bytes(), name).is_lt());
    ACTIONS_BY_NAME.iter().skip(start).map(action)
}
