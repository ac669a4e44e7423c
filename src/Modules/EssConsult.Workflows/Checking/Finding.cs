namespace EssConsult.Workflows.Checking;

internal enum Gravity
{
    /// <summary>The circuit may be switched on; somebody should look.</summary>
    Doubt,

    /// <summary>The circuit stays off until it is mended.</summary>
    Fault,
}

/// <summary>What is wrong with a circuit, and where.</summary>
/// <param name="ActivityId">The box; null for the circuit as a whole.</param>
/// <param name="Sentence">French, a key of the translations, with placeholders for <paramref name="Values"/>.</param>
internal sealed record Finding(Gravity Gravity, string Code, string? ActivityId, string Sentence, params object[] Values)
{
    public static Finding Fault(string code, string? activityId, string sentence, params object[] values) => new(Gravity.Fault, code, activityId, sentence, values);

    public static Finding Doubt(string code, string? activityId, string sentence, params object[] values) => new(Gravity.Doubt, code, activityId, sentence, values);
}
