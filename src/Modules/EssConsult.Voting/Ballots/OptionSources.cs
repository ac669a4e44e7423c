using EssConsult.Contributions.Contracts;
using EssConsult.Prize.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.Ballots;

/// <summary>What of the site can be an option: contributions of a démarche, entries of a prize, pages of a type.</summary>
internal sealed class OptionSources(SiteDb db, IProcesses processes, IPrizeEntries prizes, IContentDefinitions definitions, CurrentPerson person)
{
    private const string Contributions = "contributions:", Prize = "prix:", Pages = "pages:";

    public async Task<IReadOnlyList<(string Value, string Label)>> ListAsync(CancellationToken ct) =>
    [
        .. processes.All.Select(process => (Contributions + process.Id, $"Contributions : {process.Title}")),
        .. (await prizes.EditionsAsync(ct)).Select(edition => (Prize + edition.EditionId, $"Dossiers : {edition.Title}")),
        .. definitions.Types.Where(type => type.Options.Listable && type.Options.Stereotype is null && type.Name != "Contribution").Select(type => (Pages + type.Name, $"Pages : {type.DisplayName}")),
    ];

    /// <summary>In the order of their names: the order of a list favours nobody, each voter has one of their own.</summary>
    public async Task<IReadOnlyList<(string Source, string Label)>> CandidatesAsync(string? source, CancellationToken ct)
    {
        if (source?.StartsWith(Contributions, StringComparison.Ordinal) == true)
        {
            var process = source[Contributions.Length..];
            return [.. (await db.Set<ContributionRow>().AsNoTracking().Where(row => row.ProcessId == process && row.State == ContributionState.Published).OrderBy(row => row.Title).Take(OptionEditing.Most).Select(row => new { row.ContentItemId, row.Title }).ToListAsync(ct)).Select(row => (row.ContentItemId, row.Title))];
        }

        if (source?.StartsWith(Prize, StringComparison.Ordinal) == true)
        {
            return [.. (await prizes.EligibleAsync(source[Prize.Length..], person.RequiredId, ct)).Select(entry => (entry.Id.ToString(), entry.Title))];
        }

        if (source?.StartsWith(Pages, StringComparison.Ordinal) == true)
        {
            var type = source[Pages.Length..];
            return [.. (await db.Set<ContentRow>().AsNoTracking().Where(row => row.ContentType == type && row.Published).OrderBy(row => row.DisplayText).Take(OptionEditing.Most).Select(row => new { row.ContentItemId, row.DisplayText }).ToListAsync(ct)).Select(row => (row.ContentItemId, row.DisplayText ?? row.ContentItemId))];
        }

        return [];
    }
}
