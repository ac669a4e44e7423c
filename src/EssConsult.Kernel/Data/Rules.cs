using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace EssConsult.Kernel.Data;

public static class Rules
{
    internal const string Annotation = "EssConsult:Rule";

    /// <summary>On the table, before the name of the constraint: EF forgets constraints themselves once the model is built.</summary>
    internal const string Check = "EssConsult:Check:";

    /// <summary>Gives a unique index the rule that it guards: both databases' errors become this sentence.</summary>
    public static IndexBuilder<T> HasRule<T>(this IndexBuilder<T> index, string code, string sentence)
    {
        index.IsUnique().HasAnnotation(Annotation, $"{code}|{sentence}");
        return index;
    }

    /// <summary>Refuses with this sentence whoever saves a row whose property somebody else has changed since it was read.</summary>
    public static PropertyBuilder<T> HasRule<T>(this PropertyBuilder<T> property, string code, string sentence)
    {
        property.IsConcurrencyToken().HasAnnotation(Annotation, $"{code}|{sentence}");
        return property;
    }

    /// <summary>Adds a condition that each row must meet, with the sentence for whoever would break it.</summary>
    /// <param name="table">Already named by <c>ToTable</c>.</param>
    /// <param name="name">Of the constraint, unique in the database: <c>ck_table_what</c>.</param>
    /// <param name="sql">In the words that both databases share.</param>
    public static EntityTypeBuilder<T> HasCheckRule<T>(this EntityTypeBuilder<T> table, string name, string sql, string code, string sentence)
        where T : class =>
        table.ToTable(mapped => mapped.HasCheckConstraint(name, sql)).HasAnnotation(Check + name, $"{code}|{sentence}");

    /// <summary>The sentence of a trigger, which refuses in the name of a constraint: both databases' errors become it.</summary>
    public static EntityTypeBuilder<T> HasTriggerRule<T>(this EntityTypeBuilder<T> table, string name, string code, string sentence)
        where T : class => table.HasAnnotation(Check + name, $"{code}|{sentence}");

    /// <summary>Gives a primary key the rule that it guards.</summary>
    public static KeyBuilder HasRule(this KeyBuilder key, string code, string sentence) => key.HasAnnotation(Annotation, $"{code}|{sentence}");
}

/// <summary>Reads from a database error which rule was broken.</summary>
internal static class BrokenRule
{
    public static RuleException? Find(DbUpdateException error, IModel model) => error is DbUpdateConcurrencyException ? FromAnnotation(ByChangedProperty(error)) : error.InnerException switch
    {
        PostgresException { ConstraintName: { } name } => FromAnnotation(ByCheck(model, name) ?? Guards(model).FirstOrDefault(guard => guard.Name == name).Rule),
        SqliteException { SqliteErrorCode: 19, Message: var message } => FromAnnotation(BySqliteColumns(model, message)),
        _ => null,
    };

    private static string? ByChangedProperty(DbUpdateException error) =>
        error.Entries.SelectMany(entry => entry.Metadata.GetProperties()).Select(property => property.FindAnnotation(Rules.Annotation)?.Value as string).FirstOrDefault(rule => rule is not null);

    // SQLite's message reads: UNIQUE constraint failed: support.content_item_id, support.person_id
    private static string? BySqliteColumns(IModel model, string message)
    {
        var start = message.IndexOf("failed: ", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var columns = message[(start + 8)..].TrimEnd('\'', '.', ' ');
        return ByCheck(model, columns) ?? Guards(model).FirstOrDefault(guard => guard.Columns == columns || guard.Name == columns).Rule;
    }

    private static string? ByCheck(IModel model, string constraint) =>
        model.GetEntityTypes().Select(type => type.FindAnnotation(Rules.Check + constraint)?.Value as string).FirstOrDefault(rule => rule is not null);

    private static IEnumerable<(string? Name, string Columns, string? Rule)> Guards(IModel model) =>
        model.GetEntityTypes().SelectMany(type => type.GetIndexes()
            .Select(index => (index.GetDatabaseName(), Columns(type, index.Properties), index.FindAnnotation(Rules.Annotation)?.Value as string))
            .Concat(type.GetKeys().Select(key => (key.GetName(), Columns(type, key.Properties), key.FindAnnotation(Rules.Annotation)?.Value as string))));

    private static string Columns(IEntityType type, IEnumerable<IProperty> properties) =>
        string.Join(", ", properties.Select(property => $"{type.GetTableName()}.{property.GetColumnName()}"));

    private static RuleException? FromAnnotation(string? rule) =>
        rule?.Split('|', 2) is [var code, var sentence] ? new RuleException(code, sentence) : null;
}
