using System.Text.Json;
using EssConsult.Actors.Contracts;
using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Electorates;

namespace EssConsult.Voting.Counting;

/// <summary>Who voted, by groups that are too large to tell of anybody. It says nothing of what they voted.</summary>
internal sealed record Participation(IReadOnlyList<FigureGroup> Groups)
{
    /// <exception cref="JsonException">Not what <see cref="Write"/> gives.</exception>
    public static Participation Read(string json) => JsonSerializer.Deserialize<Participation>(json) ?? throw new JsonException("No participation.");

    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>
/// Reads where voters come from, by the structures that they speak for, while it is still known who voted: two queries. Whoever speaks for
/// structures of several sectors is counted once, under a heading of its own, so that differences tell of nobody.
/// </summary>
internal sealed class ReadParticipation(IActors actors, ITaxonomies taxonomies)
{
    private const string Several = "Plusieurs";

    public async Task<Participation> ReadAsync(BallotRule rule, IReadOnlyCollection<Vote> votes, CancellationToken ct)
    {
        var structures = await StructuresAsync(rule, votes, ct);
        var places = await actors.PlacesAsync(structures.SelectMany(mine => mine).Distinct(), ct);
        IEnumerable<string?> Headings(Func<ActorPlace, string?> of) => structures.Select(mine => mine.Select(places.GetValueOrDefault).OfType<ActorPlace>().Select(of).OfType<string>().Distinct().ToList() switch { [] => null, [var one] => one, _ => Several });
        FigureGroup[] groups = [FigureGroup.Of("Par secteur", Headings(place => place.SectorId is { } sector ? taxonomies.FindTerm(sector)?.Name : null)), FigureGroup.Of("Par commune", Headings(place => place.Commune))];
        return new Participation([.. groups.Where(group => group.Figures.Count > 0)]);
    }

    /// <summary>Of each voter, the structures they speak for.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<Guid>>> StructuresAsync(BallotRule rule, IReadOnlyCollection<Vote> votes, CancellationToken ct)
    {
        if (rule.Electorate.Kind == ElectorateKind.Structures)
        {
            return [.. votes.Select(vote => new[] { Guid.Parse(vote.VoterId) })];
        }

        var people = votes.Select(vote => vote.PersonId).OfType<string>().Distinct().ToList();
        var memberships = (await actors.MembershipsAsync([], people, ct)).ToLookup(membership => membership.PersonId, membership => membership.ActorId);
        return [.. votes.Select(vote => vote.PersonId is { } person ? memberships[person].ToList() : [])];
    }
}
