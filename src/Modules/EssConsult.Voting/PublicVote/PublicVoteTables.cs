using EssConsult.Voting.Casting;
using EssConsult.Voting.Quarantine;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting.PublicVote;

internal static class PublicVoteTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PublicBallot>(ballot =>
        {
            ballot.ToTable("ballot_public").HasKey(row => row.BallotId);
            ballot.HasOne<Ballot>().WithOne().HasForeignKey<PublicBallot>(row => row.BallotId);
        });
        model.Entity<AskedVote>(asked =>
        {
            asked.ToTable("ballot_asked").HasKey(row => row.Id);
            asked.ComplexProperty(row => row.Traits);
            asked.Property(row => row.Mailbox).HasMaxLength(64);
            asked.HasIndex(row => new { row.BallotId, row.Mailbox });
            asked.HasIndex(row => new { row.BallotId, row.Form });
            asked.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<VoteOrigin>(origin =>
        {
            origin.ToTable("ballot_origin").HasKey(row => row.VoteId);
            origin.ComplexProperty(row => row.Traits);
            origin.HasIndex(row => row.BallotId);
            origin.HasOne<Vote>().WithOne().HasForeignKey<VoteOrigin>(row => row.VoteId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuarantinedVote>(waiting =>
        {
            waiting.ToTable("ballot_quarantine").HasKey(row => row.VoteId).HasRule("quarantine.twice", "Ce vote est déjà en vérification.");
            waiting.Ignore(row => row.IsUndecided);
            waiting.Property(row => row.Group).HasMaxLength(12);
            waiting.Property(row => row.State).HasRule("quarantine.moved", "Ces votes viennent d’être traités ailleurs. Rechargez la page.");
            waiting.HasIndex(row => new { row.BallotId, row.State, row.Reason });
            waiting.HasCheckRule("ck_ballot_quarantine_two", "confirmed_by_id IS NULL OR (proposed_by_id IS NOT NULL AND confirmed_by_id <> proposed_by_id)", "quarantine.one-person", "Une autre personne que celle qui propose doit confirmer.");
            waiting.HasCheckRule("ck_ballot_quarantine_whole", "(state IN ('Kept', 'Excluded')) = (confirmed_by_id IS NOT NULL) AND (state = 'Waiting') = (proposed_by_id IS NULL)", "quarantine.whole", "Une décision a deux auteurs.");
            waiting.HasOne<Vote>().WithOne().HasForeignKey<QuarantinedVote>(row => row.VoteId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<BoxHour>(hour =>
        {
            hour.ToTable("ballot_hour").HasKey(row => new { row.BallotId, row.HourUtc }).HasRule("hour.twice", "Cette heure est déjà publiée.");
            hour.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<ReceiptHour>(receipt =>
        {
            receipt.ToTable("ballot_receipt_hour").HasKey(row => new { row.BallotId, row.Code });
            receipt.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
    }
}
