namespace EssConsult.Prize.Features.Sittings;

/// <param name="Value">0 or more; the longest bar is the largest.</param>
/// <param name="Text">Beside the bar.</param>
internal sealed record Bar(string Label, double Value, string Text);
