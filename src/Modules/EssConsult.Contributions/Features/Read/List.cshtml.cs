using System.Globalization;
using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions.Features.Read;

/// <summary>The list of contributions: every choice is in the address, so it can be shared and cached.</summary>
[Public]
[CachedForVisitors]
internal sealed class ListModel(ContributionList list, ContributionCards cards, IProcesses processes, ITaxonomies taxonomies, IActors actors, CurrentPerson person, CacheTags tags, TimeProvider clock) : PageModel
{
    private static readonly string[] Sorts = ["random", "recent", "supported", "discussed"];

    public ContributionFilter Filter { get; private set; } = new();

    public PageOfContributions Found { get; private set; } = null!;

    public IReadOnlyList<ContributionCard> Cards { get; private set; } = [];

    /// <summary>The structure whose contributions alone are shown.</summary>
    public ActorName? Actor { get; private set; }

    public IReadOnlyList<Process> Processes => processes.All;

    public IReadOnlyList<Term> Sectors => taxonomies.Find("secteurs")?.Terms ?? [];

    public IReadOnlyList<Term> Territories => taxonomies.Find("territoires")?.Terms ?? [];

    public Process? Process => Filter.ProcessId is { } id ? processes.Find(id) : null;

    public bool IsFiltered => Filter with { Sort = "random", Seed = 0, Page = 1 } != new ContributionFilter();

    public bool CanWrite => (Process is { } chosen ? [chosen] : processes.All).Any(process => process.WritingPhase(clock.UtcNow()) is not null);

    public string WriteQuery => Process is { } chosen ? $"?demarche={chosen.Id}" : string.Empty;

    /// <summary>The order came in the address: the next choice keeps it.</summary>
    public bool HasChosenSeed { get; private set; }

    public async Task OnGetAsync(
        string? demarche, string? etape, string? secteur, string? territoire, string? reponse, Guid? structure, string? q, string? tri, int? tirage, [FromQuery(Name = "page")] int? page, CancellationToken ct)
    {
        Filter = new ContributionFilter
        {
            ProcessId = Chosen(demarche), PhaseId = Chosen(etape), SectorId = Chosen(secteur), TerritoryId = Chosen(territoire), Answer = Chosen(reponse), ActorId = structure,
            Text = Chosen(q), Sort = Sorts.Contains(tri) ? tri! : "random", Seed = tirage ?? SeedOfTheDay(), Page = page ?? 1,
        };
        HasChosenSeed = tirage is not null;
        tags.Add(ContributionEviction.Lists);
        Actor = structure is { } id ? (await actors.NamesAsync([id], ct)).GetValueOrDefault(id) : null;
        Found = await list.ReadAsync(Filter, ct);
        Cards = await cards.ReadAsync(Found.Ids, ct);
    }

    /// <summary>The same list with another value; the page starts again at the first.</summary>
    public string With(params (string Key, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["demarche"] = Filter.ProcessId, ["etape"] = Filter.PhaseId, ["secteur"] = Filter.SectorId, ["territoire"] = Filter.TerritoryId,
            ["reponse"] = Filter.Answer, ["structure"] = Filter.ActorId?.ToString(), ["q"] = Filter.Text, ["tri"] = Filter.Sort == "random" ? null : Filter.Sort,
        };
        foreach (var (key, value) in changes)
        {
            query[key] = value;
        }

        return "~/contributions" + QueryString.Create(query.Where(pair => pair.Value is not null));
    }

    public string PageUrl(int number) => With(("page", number.ToString(CultureInfo.InvariantCulture)), ("tirage", Filter.Sort == "random" ? Filter.Seed.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>One order a day for visitors, one per person when signed in: nobody is always first, and one's own list stays put.</summary>
    private int SeedOfTheDay() =>
        person.Id is { } id ? Stable(id) : clock.UtcNow().ToParis().Date.DayNumber();

    private static int Stable(string id) => id.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)) & int.MaxValue;

    private static string? Chosen(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

internal static class Days
{
    public static int DayNumber(this DateTime day) => DateOnly.FromDateTime(day).DayNumber;
}
