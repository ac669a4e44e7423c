using System.Text.Json.Nodes;
using EssConsult.Actors.Contracts;

namespace EssConsult.Contributions;

/// <summary>In whose name a contribution speaks: its author's, or a structure's that has accepted the author.</summary>
internal sealed class Signing(IActors actors, CurrentPerson person)
{
    /// <summary>The structures that the person may choose; none for a visitor.</summary>
    public async Task<IReadOnlyList<ActorName>> ChoicesAsync(CancellationToken ct) => person.Id is { } id ? await actors.SpeakersForAsync(id, ct) : [];

    /// <summary>What was chosen before; null for oneself.</summary>
    public static Guid? Chosen(ContentItem item) => Guid.TryParse(item.Part<ContributionPart>()?.ActorId, out var id) ? id : null;

    /// <exception cref="RuleException">The structure has not accepted the person, or no longer does.</exception>
    public async Task SignAsync(ContentItem item, Guid? actorId, CancellationToken ct)
    {
        if (actorId is { } id && (person.Id is not { } personId || !await actors.MaySpeakAsync(personId, id, ct)))
        {
            throw new RuleException("contribution.not-a-member", "Cette structure ne vous a pas donné le droit de publier en son nom.") { Field = "ActorId" };
        }

        // A null must be written: a part is put over what is there.
        if (item.Content[nameof(ContributionPart)] is JsonObject part)
        {
            part["ActorId"] = actorId?.ToString();
        }
    }
}

/// <summary>The choice of a name to publish under, shown by <c>Write/_Speaker.cshtml</c> when there is one.</summary>
internal sealed record SpeakerView(IReadOnlyList<ActorName> Structures, Guid? ActorId);
