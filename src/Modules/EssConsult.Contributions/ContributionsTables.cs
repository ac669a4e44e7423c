using Microsoft.EntityFrameworkCore;

namespace EssConsult.Contributions;

internal static class ContributionsTables
{
    public static void Map(ModelBuilder model) => model.Entity<ContributionRow>(contribution =>
    {
        contribution.ToTable("contribution").HasKey(row => row.ContentItemId);
        contribution.HasIndex(row => new { row.State, row.PublishedUtc });
        contribution.HasIndex(row => new { row.ProcessId, row.State });
        contribution.HasIndex(row => new { row.AuthorId, row.State });
        contribution.HasIndex(row => row.BrowserKey);
        contribution.HasIndex(row => row.Path);
    });
}
