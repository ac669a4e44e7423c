using System.Text.Json.Nodes;
using EssConsult.Kernel.Scripting;
using EssConsult.Layers.Rules;
using Microsoft.Extensions.Localization;

namespace EssConsult.Layers.Features;

/// <summary>
/// A rule as a plain list of conditions, all of which must hold, or one of them: Orchard's root needs all, so « one of them » is a root with
/// a single group that needs any.
/// </summary>
internal static class RuleForm
{
    private const string AnyGroup = "AnyConditionGroup";
    private const int MostConditions = 50;

    public static (bool NeedsAll, List<ConditionInput> Conditions) Read(JsonObject? rule)
    {
        var entries = ConditionReader.Entries(rule ?? []).ToList();
        return entries is [var only] && ConditionReader.ClassOf(only) == AnyGroup
            ? (false, [.. ConditionReader.Entries(only).Select(ConditionInput.Of)])
            : (true, [.. entries.Select(ConditionInput.Of)]);
    }

    /// <param name="before">The rule as it was: its id and whatever else it bears stay.</param>
    /// <param name="needsAll">All must hold, not only one.</param>
    /// <param name="conditions">In their order.</param>
    public static JsonObject Write(JsonObject? before, bool needsAll, IReadOnlyList<ConditionInput> conditions)
    {
        var rule = before?.DeepClone() as JsonObject ?? new JsonObject { ["ConditionId"] = ContentId.New() };
        var entries = new JsonArray([.. conditions.Select(condition => (JsonNode)condition.Write())]);
        if (needsAll)
        {
            Put(rule, entries);
            return rule;
        }

        var group = ConditionReader.Entries(rule).FirstOrDefault(entry => ConditionReader.ClassOf(entry) == AnyGroup)?.DeepClone() as JsonObject
            ?? new JsonObject { ["$type"] = ConditionReader.TypeOf(AnyGroup), ["Name"] = AnyGroup, ["ConditionId"] = ContentId.New() };
        Put(group, entries);
        Put(rule, [group]);
        return rule;
    }

    /// <summary>Adds, moves or takes away, as a button says: <c>ajouter:Url</c>, <c>retirer:2</c>.</summary>
    public static void Change(List<ConditionInput> conditions, string? act)
    {
        var (verb, what) = act?.Split(':', 2) is [var first, var second] ? (first, second) : (string.Empty, string.Empty);
        if (verb == "ajouter" && conditions.Count < MostConditions && Enum.TryParse<ConditionKind>(what, out var kind) && kind != ConditionKind.Kept && Enum.IsDefined(kind))
        {
            conditions.Add(new ConditionInput { Kind = kind, Flag = true, Operation = TextOperation.All[0].ClassName });
        }
        else if (verb == "retirer" && int.TryParse(what, out var index) && index >= 0 && index < conditions.Count)
        {
            conditions.RemoveAt(index);
        }
    }

    public static void Check(IReadOnlyList<ConditionInput> conditions, Action<string> refuse, IStringLocalizer phrases)
    {
        if (conditions.Count == 0)
        {
            refuse(phrases["Ajoutez au moins une condition : sans elle, les blocs de la couche ne se montrent jamais."]);
        }

        for (var index = 0; index < conditions.Count; index++)
        {
            var condition = conditions[index];
            if (condition.ComparesText && string.IsNullOrEmpty(condition.Text))
            {
                refuse(phrases["Condition {0} : dites à quoi comparer.", index + 1]);
            }
            else if (condition.Kind == ConditionKind.Script && (string.IsNullOrWhiteSpace(condition.Text) ? phrases["il est vide"].Value : ScriptEngine.Check(condition.Text)) is { } fault)
            {
                refuse(phrases["Condition {0} : le script ne peut pas être lu ({1}).", index + 1, fault]);
            }
        }
    }

    private static void Put(JsonObject group, JsonArray entries) => group[group.FirstOrDefault(pair => pair.Key.Equals("Conditions", StringComparison.OrdinalIgnoreCase)).Key ?? "Conditions"] = entries;
}
