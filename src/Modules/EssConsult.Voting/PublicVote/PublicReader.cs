using System.Text.Json;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

/// <param name="Quarantined">By the code of the reason.</param>
internal sealed record HourLine(DateTime HourUtc, int Received, IReadOnlyDictionary<string, int> Quarantined, string BoxHash);

/// <summary>What the page of a public vote says besides: the criteria of quarantine, the hours, and what came of the quarantine.</summary>
/// <param name="Hours">Empty where turnout is not public.</param>
/// <param name="Excluded">By reason, once counted.</param>
internal sealed record PublicView(Guid BallotId, ScreeningRule Screening, IReadOnlyList<HourLine> Hours, IReadOnlyDictionary<string, int> Excluded, bool IsCounted)
{
    public IReadOnlyList<QuarantineReason> Reasons => [.. Enum.GetValues<QuarantineReason>().Where(reason => Hours.Any(hour => hour.Quarantined.ContainsKey(reason.Code())))];
}

/// <summary>Reads it: one query.</summary>
internal sealed class PublicReader(SiteDb db)
{
    public async Task<PublicView?> OfAsync(Ballot ballot, BallotRule rule, BallotBox? box, CancellationToken ct) => rule.Screening is not { } screening ? null
        : new PublicView(ballot.Id, screening, rule.ShowsTurnout ? await HoursAsync(ballot.Id, ct) : [], box?.Excluded ?? new Dictionary<string, int>(), ballot.State == BallotState.Counted);

    public async Task<IReadOnlyList<HourLine>> HoursAsync(Guid ballotId, CancellationToken ct) =>
        [.. (await db.Set<BoxHour>().AsNoTracking().Where(hour => hour.BallotId == ballotId).OrderBy(hour => hour.HourUtc).ToListAsync(ct)).Select(hour => new HourLine(hour.HourUtc, hour.Received, JsonSerializer.Deserialize<Dictionary<string, int>>(hour.Quarantined)!, hour.BoxHash))];
}
