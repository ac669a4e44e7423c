namespace EssConsult.Layers.Rules;

/// <summary>One condition of a layer's rule (§2.5 of the formats).</summary>
internal abstract record Condition;

/// <summary>Always or never.</summary>
internal sealed record ConstantCondition(bool Value) : Condition;

/// <param name="Value">False holds everywhere else.</param>
internal sealed record HomepageCondition(bool Value) : Condition;

internal sealed record SignedInCondition(bool IsSignedIn) : Condition;

internal enum TextSubject
{
    Url,
    Culture,
    Role,
    ContentType,
}

internal sealed record TextCondition(TextSubject Subject, TextOperation Operation, string Value) : Condition;

internal sealed record ScriptCondition(string Script) : Condition;

/// <summary>An empty group holds nowhere, as in Orchard.</summary>
internal sealed record ConditionGroup(bool NeedsAll, IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>Kept and exported as it is; it holds nowhere.</summary>
internal sealed record UnknownCondition(string Name) : Condition;
