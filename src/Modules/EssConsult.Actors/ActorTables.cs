using EssConsult.Actors.Import;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors;

internal static class ActorTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Actor>(actor =>
        {
            actor.ToTable("actor").HasKey(row => row.Id);
            actor.Ignore(row => row.Path);
            actor.Property(row => row.ChangedUtc).HasRule(Actor.ChangedElsewhere, Actor.ChangedElsewhereSentence);
            actor.HasIndex(row => row.Slug).HasRule("actor.slug.twice", "Une autre structure vient de prendre cette adresse. Réessayez.");
            actor.HasIndex(row => row.ExternalKey).HasRule("actor.key.twice", "Une autre structure porte déjà cet identifiant.");
            actor.HasIndex(row => row.Siret).HasRule("actor.siret.twice", "Une autre structure de l’annuaire porte déjà ce numéro SIRET.");
            actor.HasIndex(row => row.Rna);
            actor.HasIndex(row => row.NameKey);
            actor.HasIndex(row => new { row.State, row.NameKey, row.Id });
            actor.HasIndex(row => new { row.State, row.Family });
            actor.HasIndex(row => new { row.State, row.SectorId });
            actor.HasIndex(row => new { row.State, row.Commune });
            actor.Property(row => row.Name).HasMaxLength(ActorFacts.MaxName);
        });

        model.Entity<ActorMember>(member =>
        {
            member.ToTable("actor_member").HasKey(row => row.Id);
            member.HasIndex(row => new { row.ActorId, row.PersonId }).HasRule("actor.member.twice", "Vous avez déjà fait cette demande.");
            member.HasIndex(row => new { row.PersonId, row.State });
            member.HasOne<Actor>().WithMany().HasForeignKey(row => row.ActorId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<ActorImport>().ToTable("actor_import").HasKey(row => row.Id);
        model.Entity<ActorImportLine>(line =>
        {
            line.ToTable("actor_import_line").HasKey(row => new { row.ImportId, row.Rank });
            line.HasIndex(row => new { row.ImportId, row.Outcome, row.Rank });
            line.Ignore(row => row.Remarks);
            line.HasOne<ActorImport>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
