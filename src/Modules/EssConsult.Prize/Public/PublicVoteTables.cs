using EssConsult.Prize.Editions;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Public;

internal static class PublicVoteTables
{
    public static void Map(ModelBuilder model) => model.Entity<PublicVote>(vote =>
    {
        vote.ToTable("prize_public_vote").HasKey(row => row.EditionId).HasRule("prize.public-twice", "Cette édition a déjà son vote du public.");
        vote.Ignore(row => row.IsCombined).Ignore(row => row.Counts);
        vote.HasIndex(row => row.BallotId).HasRule("prize.public-ballot", "Ce vote est déjà celui d’une autre édition.");
        vote.HasCheckRule("ck_prize_public_percent", "percent >= 0 AND percent <= 50", "prize.public-percent", "Le public pèse entre 0 et 50 %.");
        vote.HasCheckRule("ck_prize_public_whole", "(counted_utc IS NULL) = (votes IS NULL) AND (counted_utc IS NULL OR frozen_utc IS NOT NULL)", "prize.public-whole", "Le vote du public n’est pas complet.");
        vote.HasOne<Edition>().WithOne().HasForeignKey<PublicVote>(row => row.EditionId).OnDelete(DeleteBehavior.Cascade);
    });
}
