using EssConsult.Actors.Contracts;

namespace EssConsult.Discussion.Threads;

/// <summary>In whose name the person who asks may comment.</summary>
internal sealed class Speakers(IActors actors, CurrentPerson person)
{
    public bool MaySpeak => person.IsSignedIn && person.Can(Permissions.CommentContent);

    public async Task<IReadOnlyList<ActorName>> StructuresAsync(CancellationToken ct) =>
        person.Id is { } id ? await actors.SpeakersForAsync(id, ct) : [];

    /// <exception cref="RuleException">The structure has not accepted the person, or no longer does.</exception>
    public async Task RequireAsync(Guid? actorId, CancellationToken ct)
    {
        if (actorId is { } id && !await actors.MaySpeakAsync(person.RequiredId, id, ct))
        {
            throw new RuleException("comment.not-a-member", "Cette structure ne vous a pas donné le droit de parler en son nom.") { Field = "ActorId" };
        }
    }
}
