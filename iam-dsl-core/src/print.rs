//! Documents as JSON text.

use crate::writer::Writer;
use crate::{
    ConditionBlock, ConditionValue, Elements, PolicyDocument, PolicyStatement, Principals, Template,
};

pub(crate) fn compact(document: &PolicyDocument) -> String {
    print(document, Writer::compact())
}

pub(crate) fn pretty(document: &PolicyDocument) -> String {
    print(document, Writer::pretty())
}

pub(crate) fn one_statement(one: &PolicyStatement) -> String {
    let mut writer = Writer::compact();
    statement(&mut writer, one);
    writer.finish()
}

fn print(policy: &PolicyDocument, mut writer: Writer) -> String {
    document(&mut writer, policy);
    writer.finish()
}

pub(crate) fn document(writer: &mut Writer, document: &PolicyDocument) {
    writer.object(|writer| {
        member(writer, "Version", document.version());
        member(writer, "Id", document.id());
        writer.key("Statement");
        elements(writer, document.statement_elements(), statement);
    });
}

fn statement(writer: &mut Writer, statement: &PolicyStatement) {
    writer.object(|writer| {
        member(writer, "Sid", statement.sid());
        member(writer, "Effect", Some(statement.effect().as_str()));
        if let Some(element) = statement.principal() {
            writer.key(element.name());
            principals(writer, element.principals());
        }
        if let Some(element) = statement.action() {
            writer.key(element.name());
            elements(writer, element.actions(), |writer, action| {
                writer.string(action.as_str());
            });
        }
        if let Some(element) = statement.resource() {
            writer.key(element.name());
            elements(writer, element.resources(), template);
        }
        if let Some(block) = statement.condition() {
            writer.key("Condition");
            conditions(writer, block);
        }
    });
}

fn member(writer: &mut Writer, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        writer.key(key);
        writer.string(text);
    }
}

fn elements<T>(writer: &mut Writer, elements: &Elements<T>, write: impl Fn(&mut Writer, &T)) {
    match elements.as_slice() {
        [only] if !elements.is_list() => write(writer, only),
        items => writer.list(items, write),
    }
}

fn template(writer: &mut Writer, template: &Template) {
    writer.string(&template.to_text());
}

fn principals(writer: &mut Writer, principals: &Principals) {
    match principals {
        Principals::Any => writer.string("*"),
        Principals::Map(types) => writer.object(|writer| {
            for (kind, of_kind) in types {
                writer.key(kind.as_str());
                elements(writer, of_kind, template);
            }
        }),
    }
}

fn conditions(writer: &mut Writer, block: &ConditionBlock) {
    writer.object(|writer| {
        for (operator, keys) in block.iter() {
            writer.key(&operator.to_text());
            writer.object(|writer| {
                for (key, values) in keys {
                    writer.key(key);
                    elements(writer, values, value);
                }
            });
        }
    });
}

fn value(writer: &mut Writer, value: &ConditionValue) {
    match value {
        ConditionValue::String(text) => template(writer, text),
        ConditionValue::Bool(true) => writer.raw("true"),
        ConditionValue::Bool(false) => writer.raw("false"),
        ConditionValue::Number(number) => writer.raw(number.as_str()),
    }
}
