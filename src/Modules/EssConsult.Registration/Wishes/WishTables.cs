using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Wishes;

internal static class WishTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Wish>(wish =>
        {
            wish.ToTable("wish").HasKey(row => row.Id);
            wish.HasIndex(row => new { row.RegistrationId, row.Slot, row.Rank }).HasRule("wish.rank-twice", "Ce rang est donné deux fois.");
            wish.HasIndex(row => new { row.RegistrationId, row.WorkshopId }).HasRule("wish.workshop-twice", "Cet atelier est choisi deux fois.");
            wish.HasIndex(row => new { row.EventId, row.Rank });
            wish.HasCheckRule("ck_wish_rank", "rank >= 1", "wish.rank", "Le premier vœu a le rang 1.");
            wish.HasOne<Registration>().WithMany().HasForeignKey(row => row.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WishSeed>(seed =>
        {
            seed.ToTable("wish_seed").HasKey(row => row.EventId).HasRule("wish.seed-fixed", "La graine du tirage est déjà fixée : elle ne change plus.");
            seed.Property(row => row.Seed).HasMaxLength(WishSeed.Longest);
            seed.HasOne<EventRow>().WithOne().HasForeignKey<WishSeed>(row => row.EventId);
        });
        model.Entity<WishRun>(run =>
        {
            run.ToTable("wish_run").HasKey(row => row.Id);
            run.HasIndex(row => row.EventId).HasFilter("published_utc IS NOT NULL").HasRule("wish.published", "La répartition est déjà publiée.");
            run.HasOne<EventRow>().WithMany().HasForeignKey(row => row.EventId);
        });
    }

    public static Task<bool> AreWishesPublishedAsync(this SiteDb db, string eventId, CancellationToken ct) =>
        db.Set<WishRun>().AnyAsync(run => run.EventId == eventId && run.PublishedUtc != null, ct);
}
