using EssConsult.Voting.Ballots;
using EssConsult.Voting.Casting;
using EssConsult.Voting.Counting;
using EssConsult.Voting.Electorates;
using EssConsult.Voting.Secrecy;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Voting;

internal static class VotingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Ballot>(ballot =>
        {
            ballot.ToTable("ballot").HasKey(row => row.Id).HasRule("ballot.twice", "Ce vote existe déjà.");
            ballot.Ignore(row => row.Plan).Ignore(row => row.Head);
            ballot.Property(row => row.Title).HasMaxLength(Ballot.LongestTitle);
            ballot.Property(row => row.State).HasRule("ballot.changed-elsewhere", "Ce vote vient d’avancer. Rechargez la page.");
            ballot.HasIndex(row => row.ContentItemId).HasRule("ballot.content-twice", "Cette page a déjà son vote.");
            ballot.HasIndex(row => new { row.State, row.ClosesUtc });
            ballot.HasCheckRule("ck_ballot_rule", "state = 'Draft' OR rule_hash IS NOT NULL", "ballot.no-rule", "La règle du vote n’est pas figée.");
            ballot.HasCheckRule("ck_ballot_result", "(state = 'Counted') = (result IS NOT NULL)", "ballot.no-result", "Ce vote n’est pas dépouillé.");

            // Triggers speak by these names (migration VotesAreGuarded).
            ballot.HasTriggerRule("ck_ballot_frozen", "ballot.frozen", "Ce vote est ouvert : sa règle est figée, la base de données refuse de la changer.");
            ballot.HasTriggerRule("ck_ballot_room_code", "ballot.room-code", "Un code de table ne vaut que pour un sondage indicatif : une décision se vote avec un billet.");
            ballot.HasTriggerRule("ck_vote_open", "vote.closed", "Ce vote est clos : rien n’a été enregistré.");
            ballot.HasTriggerRule("ck_ballot_roll_frozen", "ballot.roll-frozen", "Ce vote est ouvert : sa liste d’émargement est figée.");
        });
        model.Entity<BallotSource>(source =>
        {
            source.ToTable("ballot_source").HasKey(row => new { row.BallotId, row.Source });
            source.HasIndex(row => row.Source);
            source.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<OpeningKey>(key =>
        {
            key.ToTable("ballot_key").HasKey(row => new { row.BallotId, row.Position }).HasRule("ballot.key", "Cette clé vient d’être changée ailleurs. Rechargez la page.");
            key.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<RollLine>(line =>
        {
            line.ToTable("ballot_roll").HasKey(row => row.Id);
            line.Property(row => row.AddressKey).HasMaxLength(254);
            line.HasIndex(row => new { row.BallotId, row.AddressKey }).HasRule("roll.twice", "Une adresse est deux fois sur la liste.");
            line.HasIndex(row => new { row.BallotId, row.ActorId }).HasRule("roll.structure-twice", "Une structure est deux fois sur la liste.");
            line.HasIndex(row => row.AddressKey);
            line.HasCheckRule("ck_ballot_roll_weight", "weight > 0", "roll.weight", "Un poids est un nombre entier, 1 au moins.");
            line.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<Vote>(vote =>
        {
            vote.ToTable("ballot_vote").HasKey(row => row.Id);
            vote.Property(row => row.FormKey).HasRule(Vote.Moved, "Votre vote vient d’être changé ailleurs. Rechargez la page.");
            vote.HasIndex(row => new { row.BallotId, row.VoterId }).HasRule(Vote.Twice, "Vous avez déjà voté.");
            vote.HasIndex(row => new { row.BallotId, row.Receipt }).HasRule("vote.receipt", "Ce reçu existe déjà.");
            vote.HasIndex(row => row.PersonId).HasFilter("person_id IS NOT NULL");
            vote.HasCheckRule("ck_ballot_vote_content", "(channel = 'Online' AND (sealed IS NULL) <> (choice IS NULL)) OR (channel = 'Desk' AND sealed IS NULL AND choice IS NULL)", "vote.content", "Un vote est scellé ou ouvert, jamais les deux.");
            vote.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        PublicVote.PublicVoteTables.Map(model);
        MapCount(model);
    }

    private static void MapCount(ModelBuilder model)
    {
        model.Entity<BoxBallot>(ballot =>
        {
            ballot.ToTable("ballot_box").HasKey(row => row.Id);
            ballot.Property(row => row.Id).ValueGeneratedNever();
            ballot.HasIndex(row => row.BallotId);
            ballot.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<Signature>(signature =>
        {
            signature.ToTable("ballot_signature").HasKey(row => new { row.BallotId, row.VoterId }).HasRule("vote.signed", "Cette personne a déjà émargé.");
            signature.HasIndex(row => row.PersonId).HasFilter("person_id IS NOT NULL");
            signature.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<PublishedReceipt>(receipt =>
        {
            receipt.ToTable("ballot_receipt").HasKey(row => new { row.BallotId, row.Code });
            receipt.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
        model.Entity<PaperBatch>(batch =>
        {
            batch.ToTable("ballot_batch").HasKey(row => row.Id);
            batch.Property(row => row.Name).HasMaxLength(100);
            batch.HasIndex(row => new { row.BallotId, row.Name }).HasRule("batch.twice", "Un lot porte déjà ce nom.");
            batch.Property(row => row.Revision).HasRule("batch.moved", "Ce lot vient de changer. Rechargez la page.");
            batch.HasTriggerRule("ck_ballot_batch_closed", "batch.closed", "Un lot se saisit entre la clôture et le dépouillement.");
            batch.HasCheckRule("ck_ballot_batch_two", "confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id", "batch.one-person", "Une autre personne que celle qui a saisi le lot doit le confirmer.");
            batch.HasOne<Ballot>().WithMany().HasForeignKey(row => row.BallotId);
        });
    }
}
