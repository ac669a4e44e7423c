namespace EssConsult.Content.Features.SiteMap;

/// <summary>The map changes with what is published.</summary>
internal sealed class SiteMapEviction : IEvictsPages
{
    public const string Tag = "site-map";

    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<ContentPublished>() || happened.Is<ContentUnpublished>() || happened.Is<ContentRemoved>() ? [Tag] : [];
}
