namespace EssConsult.Kernel.Data;

/// <summary>
/// A rule that the request would break. The sentence is shown on the form that broke it, or in a 409 problem+json; it is
/// French and a key of the translations.
/// </summary>
public sealed class RuleException(string code, string sentence, params object[] values) : Exception(sentence)
{
    public string Code => code;

    /// <summary>Values for the placeholders {0}, {1}… of the sentence.</summary>
    public object[] Values => values;

    /// <summary>The field of the form that the sentence belongs to; null for the form as a whole.</summary>
    public string? Field { get; init; }
}
