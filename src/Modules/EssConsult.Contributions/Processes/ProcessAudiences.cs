using EssConsult.Discussion.Contracts;
using EssConsult.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

/// <summary>Whoever wrote, commented or supports something in a démarche.</summary>
internal sealed class ProcessParticipants(SiteDb db, IProcesses processes, IParticipants participants) : IAudience
{
    public string Name => "process";

    public string Label => "Celles et ceux qui participent à une démarche";

    public int Order => 10;

    public Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct) => Task.FromResult(processes.Choices("Vous recevez ce message parce que vous participez à une démarche de ce site."));

    public async Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct)
    {
        var published = db.Set<ContributionRow>().Where(row => row.ProcessId == choice && row.State == ContributionState.Published);
        var people = published.Where(row => row.AuthorId != null).Select(row => row.AuthorId!).Union(participants.On(published.Select(row => row.ContentItemId)));
        return await people.Where(id => id.CompareTo(after) > 0).OrderBy(id => id).Take(count).ToListAsync(ct);
    }
}

/// <summary>Whoever follows a contribution of a démarche.</summary>
internal sealed class ProcessFollowers(SiteDb db, IProcesses processes) : IAudience
{
    public string Name => "followers";

    public string Label => "Celles et ceux qui suivent une contribution d’une démarche";

    public int Order => 20;

    public Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(CancellationToken ct) => Task.FromResult(processes.Choices("Vous recevez ce message parce que vous suivez une contribution de ce site."));

    public async Task<IReadOnlyList<string>> PeopleAsync(string choice, string after, int count, CancellationToken ct)
    {
        var people = from follow in db.Set<FollowRow>()
                     join row in db.Set<ContributionRow>() on follow.ContentItemId equals row.ContentItemId
                     where row.ProcessId == choice && row.State == ContributionState.Published && follow.PersonId.CompareTo(after) > 0
                     select follow.PersonId;
        return await people.Distinct().OrderBy(id => id).Take(count).ToListAsync(ct);
    }
}

file static class ProcessChoices
{
    private const int Most = 200;

    public static IReadOnlyList<AudienceChoice> Choices(this IProcesses processes, string why) => [.. processes.All.Take(Most).Select(process => new AudienceChoice(process.Id, process.Title, why))];
}
