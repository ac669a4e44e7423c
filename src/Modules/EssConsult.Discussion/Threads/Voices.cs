using EssConsult.Accounts.Contracts;
using EssConsult.Actors.Contracts;
using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Threads;

/// <summary>The names of those who comment: one query for people and, where a structure speaks, one for structures.</summary>
internal sealed class Voices(IPeople people, IActors actors)
{
    public async Task<IReadOnlyDictionary<Guid, Voice>> OfAsync(IReadOnlyCollection<Comment> comments, CancellationToken ct)
    {
        var readable = comments.Where(comment => comment.State == CommentState.Published).ToList();
        var names = await people.NamesAsync(readable.Select(comment => comment.AuthorId), ct);
        var actorIds = readable.Select(comment => comment.ActorId).OfType<Guid>().ToHashSet();
        var structures = actorIds.Count == 0 ? new Dictionary<Guid, ActorName>() : await actors.NamesAsync(actorIds, ct);
        return comments.ToDictionary(
            comment => comment.Id,
            comment => new Voice(names.GetValueOrDefault(comment.AuthorId), comment.ActorId is { } actorId ? structures.GetValueOrDefault(actorId) : null));
    }

    public async Task<Voice> OfAsync(Comment comment, CancellationToken ct) => (await OfAsync([comment], ct))[comment.Id];
}
