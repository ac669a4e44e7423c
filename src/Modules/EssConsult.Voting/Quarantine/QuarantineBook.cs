using EssConsult.Voting.PublicVote;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Quarantine;

/// <summary>What the commission chooses to see.</summary>
/// <param name="Contested">Only those whose voter wrote.</param>
internal sealed record QuarantineFilter(QuarantineState? State, QuarantineReason? Reason, bool Contested);

/// <summary>Votes of one cause that stand alike, with what speaks for it: never what they say, nor from whom.</summary>
internal sealed record QuarantineLine(string Group, QuarantineReason Reason, QuarantineState State, bool? Keeps, string? Why, string? ProposedById, int Votes, int Contested, DateTime FirstUtc, DateTime LastUtc, double SecondsOnForm, int Networks, int Domains, int Forms);

/// <summary>One vote of a group.</summary>
internal sealed record QuarantineVoteLine(QuarantinedVote Row, DateTime AskedUtc, long OnFormMilliseconds, bool IsDisposable);

/// <summary>Reads the quarantine of a vote for the commission; as many queries for three groups as for three thousand.</summary>
internal sealed class QuarantineBook(SiteDb db)
{
    public const int GroupsOnPage = 20, VotesOnPage = 50;

    public async Task<IReadOnlyDictionary<(QuarantineState State, QuarantineReason Reason), int>> CountsAsync(Guid ballotId, CancellationToken ct) =>
        (await db.Set<QuarantinedVote>().Where(row => row.BallotId == ballotId).GroupBy(row => new { row.State, row.Reason }).Select(same => new { same.Key.State, same.Key.Reason, Count = same.Count() }).ToListAsync(ct)).ToDictionary(same => (same.State, same.Reason), same => same.Count);

    public async Task<(IReadOnlyList<QuarantineLine> Lines, int Total)> GroupsAsync(Guid ballotId, QuarantineFilter filter, int page, CancellationToken ct)
    {
        var groups = Chosen(ballotId, filter).Join(db.Set<VoteOrigin>(), row => row.VoteId, origin => origin.VoteId, (row, origin) => new { row.Group, row.Reason, row.State, row.Keeps, row.Why, row.ProposedById, IsContested = row.AppealedUtc != null, origin.AskedUtc, origin.Form, origin.Traits.OnFormMilliseconds, origin.Traits.Network, origin.Traits.Domain })
            .GroupBy(row => new { row.Group, row.Reason, row.State, row.Keeps, row.Why, row.ProposedById });
        var total = await groups.Select(same => same.Key.Group).CountAsync(ct);
        var lines = await groups.OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Group).ThenBy(same => same.Key.State).Skip((page - 1) * GroupsOnPage).Take(GroupsOnPage).Select(same => new
        {
            same.Key, Votes = same.Count(), Contested = same.Count(row => row.IsContested), First = same.Min(row => row.AskedUtc), Last = same.Max(row => row.AskedUtc), OnForm = same.Average(row => row.OnFormMilliseconds),
            Networks = same.Select(row => row.Network).Distinct().Count(), Domains = same.Select(row => row.Domain).Distinct().Count(), Forms = same.Select(row => row.Form).Distinct().Count(),
        }).ToListAsync(ct);
        return ([.. lines.Select(line => new QuarantineLine(line.Key.Group, line.Key.Reason, line.Key.State, line.Key.Keeps, line.Key.Why, line.Key.ProposedById, line.Votes, line.Contested, line.First, line.Last, line.OnForm / 1000, line.Networks, line.Domains, line.Forms))], total);
    }

    public async Task<(IReadOnlyList<QuarantineVoteLine> Lines, int Total)> VotesAsync(Guid ballotId, string group, QuarantineFilter filter, int page, CancellationToken ct)
    {
        var rows = Chosen(ballotId, filter).Where(row => row.Group == group);
        var lines = await rows.Join(db.Set<VoteOrigin>(), row => row.VoteId, origin => origin.VoteId, (row, origin) => new { row, origin.AskedUtc, origin.Traits.OnFormMilliseconds, origin.Traits.IsDisposable })
            .OrderBy(line => line.AskedUtc).ThenBy(line => line.row.VoteId).Skip((page - 1) * VotesOnPage).Take(VotesOnPage).AsNoTracking().ToListAsync(ct);
        return ([.. lines.Select(line => new QuarantineVoteLine(line.row, line.AskedUtc, line.OnFormMilliseconds, line.IsDisposable))], await rows.CountAsync(ct));
    }

    private IQueryable<QuarantinedVote> Chosen(Guid ballotId, QuarantineFilter filter) => db.Set<QuarantinedVote>().Where(row => row.BallotId == ballotId
        && (filter.State == null || row.State == filter.State) && (filter.Reason == null || row.Reason == filter.Reason) && (!filter.Contested || row.AppealedUtc != null));
}
