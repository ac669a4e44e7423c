namespace EssConsult.JuryStatistics.Assignment;

/// <param name="Juror">By id.</param>
/// <param name="From">The bound as it is.</param>
/// <param name="To">As it would have to be.</param>
public sealed record LoadChange(string Juror, int From, int To);

/// <param name="Entry">By id.</param>
/// <param name="Count">Readings, 1 or more.</param>
public sealed record MissingReadings(string Entry, int Count);

/// <summary>The smallest change of loads that makes an assignment possible.</summary>
/// <param name="Raised">Greatest loads: the fewest readings more in all, and these on as many jurors as may be.</param>
/// <param name="Lowered">Least loads: the fewest readings less in all.</param>
/// <param name="Beyond">What no load repairs: too few jurors may read these entries.</param>
public sealed record LoadRepair(IReadOnlyList<LoadChange> Raised, IReadOnlyList<LoadChange> Lowered, IReadOnlyList<MissingReadings> Beyond);
