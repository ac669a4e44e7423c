using EssConsult.Accounts.Contracts;
using EssConsult.Notifications.News;

namespace EssConsult.Notifications.Mailings;

/// <summary>An audience with its choices, for a list to choose from.</summary>
internal sealed record AudienceGroup(string Name, string Label, IReadOnlyList<AudienceChoice> Choices);

/// <summary>How many people a message would reach.</summary>
internal sealed record Reach(int Reached, int Refused, int Unreachable)
{
    public int All => Reached + Refused + Unreachable;
}

/// <summary>Everybody to whom the team may write, and who of them wants it. Reads a thousand people at a time.</summary>
internal sealed class Audiences(SiteDb db, IEnumerable<IAudience> audiences, IMailPeople mail)
{
    public static readonly NewsKind Kind = new("message", "L’équipe écrit aux participants") { Order = 65, OnSite = false, Mail = NewsMail.AtOnce, Ways = [NewsMail.AtOnce, NewsMail.Never] };
    private const int ATime = 1000;

    public async Task<IReadOnlyList<AudienceGroup>> ListAsync(CancellationToken ct)
    {
        var groups = new List<AudienceGroup>();
        foreach (var audience in audiences.OrderBy(audience => audience.Order).ThenBy(audience => audience.Name, StringComparer.Ordinal))
        {
            groups.Add(new AudienceGroup(audience.Name, audience.Label, await audience.ChoicesAsync(ct)));
        }

        return groups;
    }

    public async Task<AudienceChoice?> FindAsync(string name, string id, CancellationToken ct) =>
        audiences.FirstOrDefault(audience => audience.Name == name) is { } audience ? (await audience.ChoicesAsync(ct)).FirstOrDefault(choice => choice.Id == id) : null;

    /// <returns>Empty at the end, and where the audience is gone.</returns>
    public async Task<IReadOnlyList<string>> PeopleAsync(string name, string id, string after, int count, CancellationToken ct) =>
        audiences.FirstOrDefault(audience => audience.Name == name) is { } audience ? await audience.PeopleAsync(id, after, count, ct) : [];

    public async Task<Reach> CountAsync(string name, string id, CancellationToken ct)
    {
        var (reach, after) = (new Reach(0, 0, 0), string.Empty);
        while (await PeopleAsync(name, id, after, ATime, ct) is { Count: > 0 } people)
        {
            var (reached, refused) = await SplitAsync(people, ct);
            reach = new Reach(reach.Reached + reached.Count, reach.Refused + refused, reach.Unreachable + people.Count - reached.Count - refused);
            after = people[^1];
        }

        return reach;
    }

    /// <summary>Of these people, whom a message reaches, and how many want none.</summary>
    public async Task<(IReadOnlyList<string> Reached, int Refused)> SplitAsync(IReadOnlyList<string> people, CancellationToken ct)
    {
        var refusing = (await db.Set<NewsReader>().Where(reader => people.Contains(reader.PersonId) && reader.MailOff).Select(reader => reader.PersonId)
            .Union(db.Set<NewsChoice>().Where(choice => people.Contains(choice.PersonId) && choice.Kind == Kind.Name && choice.Mail == NewsMail.Never).Select(choice => choice.PersonId)).ToListAsync(ct)).ToHashSet();
        return (await mail.ReachableAsync([.. people.Where(id => !refusing.Contains(id))], ct), refusing.Count);
    }
}
