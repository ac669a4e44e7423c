using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Sittings;

internal static class SittingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Sitting>(sitting =>
        {
            sitting.ToTable("prize_sitting").HasKey(row => row.EditionId).HasRule("sitting.open", "La séance est déjà ouverte.");
            sitting.HasOne<Edition>().WithOne().HasForeignKey<Sitting>(row => row.EditionId);
            sitting.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<Attendance>(attendance =>
        {
            attendance.ToTable("prize_attendance").HasKey(row => new { row.EditionId, row.Position });
            attendance.HasIndex(row => new { row.EditionId, row.JurorId });
            attendance.HasCheckRule("ck_prize_attendance_recusal", "(kind IN ('SteppedOut', 'SteppedIn')) = (entry_id IS NOT NULL)", "attendance.entry", "Un déport se rapporte à un dossier.");
            attendance.HasOne<Juror>().WithMany().HasForeignKey(row => row.JurorId);
            attendance.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<SittingNote>(note =>
        {
            note.ToTable("prize_sitting_note").HasKey(row => row.Id);
            note.HasIndex(row => row.EditionId);
            note.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<SittingDecision>(decision =>
        {
            decision.ToTable("prize_sitting_decision").HasKey(row => row.Id);
            decision.HasIndex(row => row.EditionId);
            decision.Property(row => row.Award).HasMaxLength(100);
            decision.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<VoteRound>(round =>
        {
            round.ToTable("prize_vote_round").HasKey(row => row.Id);
            round.Ignore(row => row.Cast);
            round.HasAlternateKey(row => new { row.Id, row.EntryId });
            round.Property(row => row.Question).HasMaxLength(200);
            round.HasIndex(row => new { row.EditionId, row.Number }).HasRule("vote.number", "Un vote vient de s’ouvrir. Rechargez la page.");
            round.HasIndex(row => row.EditionId).HasDatabaseName("ix_prize_vote_round_open").IsUnique().HasFilter("closed_utc IS NULL").HasRule("vote.one", "Un vote est déjà ouvert : fermez-le d’abord.");
            round.HasOne<Entry>().WithMany().HasForeignKey(row => row.EntryId);
        });
        model.Entity<Ballot>(ballot =>
        {
            ballot.ToTable("prize_ballot").HasKey(row => new { row.RoundId, row.JurorId }).HasRule("vote.twice", "Vous avez déjà voté.");
            ballot.HasCheckRule("ck_prize_ballot_recused", "standing <> 'Recused'", "vote.recused", "Ce dossier est écarté : pas de vote.");
            ballot.HasOne<VoteRound>().WithMany().HasForeignKey(row => new { row.RoundId, row.EntryId }).HasPrincipalKey(round => new { round.Id, round.EntryId });
            ballot.HasOne<JuryPair>().WithMany().HasForeignKey(row => new { row.JurorId, row.EntryId, row.Standing }).HasPrincipalKey(pair => new { pair.JurorId, pair.EntryId, pair.Standing });
        });
    }
}
