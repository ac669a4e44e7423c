namespace EssConsult.Layers.Rules;

/// <summary>Answers a rule for one page and reader.</summary>
internal sealed class RuleCheck(PageFacts page, PageScripts scripts)
{
    /// <param name="condition">The rule, or a part of it.</param>
    /// <param name="layer">Named in the log when a script of its fails.</param>
    public bool Holds(Condition condition, string layer) => condition switch
    {
        ConstantCondition constant => constant.Value,
        HomepageCondition home => home.Value == page.IsHome,
        SignedInCondition signedIn => signedIn.IsSignedIn == page.IsSignedIn,
        TextCondition text => Holds(text),
        ScriptCondition script => scripts.Holds(script.Script, layer),
        ConditionGroup { NeedsAll: true } group => group.Conditions.Count > 0 && group.Conditions.All(inner => Holds(inner, layer)),
        ConditionGroup group => group.Conditions.Any(inner => Holds(inner, layer)),
        _ => false,
    };

    private bool Holds(TextCondition condition) => condition.Subject switch
    {
        TextSubject.Url => condition.Operation.Holds(page.IsHome ? "/" : page.Path, Address(condition.Value)),
        TextSubject.Culture => Holds(condition, page.Cultures),
        TextSubject.Role => Holds(condition, page.Roles),
        // As in Orchard, a page that shows no item holds no condition about its type, not even a negative one.
        _ => page.ContentType is { } type && condition.Operation.Holds(type, condition.Value),
    };

    // « Not » is about all of them: whoever holds the role among others does hold it.
    private static bool Holds(TextCondition condition, IReadOnlyCollection<string> texts) => condition.Operation.IsNegated
        ? texts.All(text => condition.Operation.Holds(text, condition.Value))
        : texts.Any(text => condition.Operation.Holds(text, condition.Value));

    internal static string Address(string value) => value.StartsWith("~/", StringComparison.Ordinal) ? value[1..] : value;
}
