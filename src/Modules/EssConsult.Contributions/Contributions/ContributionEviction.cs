namespace EssConsult.Contributions;

/// <summary>A change of a contribution, or of what is said about it, changes the lists that show it and the home page.</summary>
internal sealed class ContributionEviction : IEvictsPages
{
    public const string Lists = "contributions";

    public IEnumerable<string> TagsOf(OutboxEvent happened) =>
        happened.Is<ContributionPublished>() || happened.Is<ContributionRemoved>() || happened.Is<ContributionAnswered>()
        || happened.Is<ContentPublished>() || happened.Is<ContentUnpublished>() || happened.Is<ContentRemoved>()
            ? [Lists]
            : happened.Is<AuthorRenamed>() ? ["site"] : [];
}
