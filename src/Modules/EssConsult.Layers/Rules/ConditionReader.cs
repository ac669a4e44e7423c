using System.Text.Json.Nodes;

namespace EssConsult.Layers.Rules;

/// <summary>Reads rules as Orchard writes them: a condition is known by its <c>Name</c>, an operator by the class in its <c>$type</c>.</summary>
internal static class ConditionReader
{
    private const string Conditions = "Conditions";

    // Recipes for older sites say it one level deeper, in "Condition".
    private static readonly string[] Saying = ["Value", "Operation", "Script", Conditions];

    /// <summary>The root needs all of its conditions.</summary>
    public static ConditionGroup ReadRule(JsonObject? rule) => Group(rule ?? [], needsAll: true);

    public static Condition Read(JsonObject json) => Read(ClassOf(json), Saying.Any(key => json.Any(key) is not null) ? json : json.Any("Condition") as JsonObject ?? json);

    private static Condition Read(string className, JsonObject json) => className switch
    {
        "BooleanCondition" => new ConstantCondition(Flag(json, "Value")),
        "HomepageCondition" => new HomepageCondition(Flag(json, "Value")),
        "IsAuthenticatedCondition" => new SignedInCondition(true),
        "IsAnonymousCondition" => new SignedInCondition(false),
        "UrlCondition" => Text(className, json, TextSubject.Url),
        "CultureCondition" => Text(className, json, TextSubject.Culture),
        "RoleCondition" => Text(className, json, TextSubject.Role),
        "ContentTypeCondition" => Text(className, json, TextSubject.ContentType),
        "JavascriptCondition" => new ScriptCondition(json.AnyText("Script") ?? string.Empty),
        "AllConditionGroup" => Group(json, needsAll: true),
        "AnyConditionGroup" => Group(json, needsAll: false),
        var name => new UnknownCondition(name),
    };

    public static IEnumerable<JsonObject> Entries(JsonObject group) => group.AnyObjects(Conditions);

    public static string ClassOf(JsonObject json) => json.AnyText("Name") ?? json.AnyText("$type")?.Split(',')[0].Split('.')[^1].Trim() ?? "?";

    public static string TypeOf(string className) => $"OrchardCore.Rules.Models.{className}, OrchardCore.Rules";

    public static bool Flag(JsonObject json, string key) => string.Equals(json.AnyText(key), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of what nobody here knows, at any depth.</summary>
    public static IEnumerable<string> Unknown(Condition condition) => condition switch
    {
        UnknownCondition unknown => [unknown.Name],
        ConditionGroup group => group.Conditions.SelectMany(Unknown),
        _ => [],
    };

    private static ConditionGroup Group(JsonObject json, bool needsAll) => new(needsAll, [.. Entries(json).Select(Read)]);

    private static Condition Text(string className, JsonObject json, TextSubject subject)
    {
        var operation = json.Any("Operation") as JsonObject;
        return TextOperation.Read(operation) is { } known
            ? new TextCondition(subject, known, json.AnyText("Value") ?? string.Empty)
            : new UnknownCondition(operation is null ? className : ClassOf(operation));
    }
}
