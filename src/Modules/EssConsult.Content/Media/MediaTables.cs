using Microsoft.EntityFrameworkCore;

namespace EssConsult.Content.Media;

internal static class MediaTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<MediaRow>(media =>
        {
            media.ToTable("media").HasKey(row => row.Path);
            media.HasIndex(row => row.Hash);
            media.HasIndex(row => new { row.InLibrary, row.CreatedUtc });
        });
        model.Entity<MediaUse>(use =>
        {
            use.ToTable("media_use").HasKey(row => new { row.Path, row.ContentItemId });
            use.HasIndex(row => row.ContentItemId);
        });
    }
}
