namespace EssConsult.Contributions.Features.Read;

/// <summary>What a structure contributed, on its page in the directory.</summary>
internal sealed class ActorSlot(ContributionList list, ContributionCards cards, CacheTags tags) : ISlot
{
    private const int Shown = 4;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not Guid actorId)
        {
            return null;
        }

        tags.Add(ContributionEviction.Lists);
        var page = await list.ReadAsync(new ContributionFilter { ActorId = actorId, Sort = "recent" }, ct);
        return page.Total == 0 ? null : new SlotView("/Features/EssConsult.Contributions/Read/_OfActor.cshtml", new OfActorView(actorId, page.Total, await cards.ReadAsync([.. page.Ids.Take(Shown)], ct)));
    }
}

internal sealed record OfActorView(Guid ActorId, int Total, IReadOnlyList<ContributionCard> Cards);
