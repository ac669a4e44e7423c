using EssConsult.Accounts.Identification;
using EssConsult.Accounts.Roles;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts;

internal static class AccountsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("person").HasKey(row => row.Id);
            person.Property(row => row.Id).HasMaxLength(32);
            person.Property(row => row.Email).HasMaxLength(254);
            person.Property(row => row.NormalizedEmail).HasMaxLength(254);
            person.Property(row => row.DisplayName).HasMaxLength(60);
            person.Property(row => row.Language).HasMaxLength(5);
            person.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            person.HasIndex(row => row.NormalizedUserName).IsUnique();
            person.HasIndex(row => row.NormalizedEmail).HasRule("account.address-taken", "Cette adresse est déjà celle d’un autre compte.");
            person.HasIndex(row => new { row.EmailConfirmed, row.CreatedUtc });
            person.Property(row => row.SearchName).HasMaxLength(60);
            person.HasIndex(row => row.DisplayName);
            person.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
        });

        model.Entity<PersonRole>(held =>
        {
            held.ToTable("person_role").HasKey(row => new { row.PersonId, row.Role });
            held.HasIndex(row => row.Role);
            held.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            held.HasOne<Role>().WithMany().HasForeignKey(row => row.Role).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<Role>(role =>
        {
            role.ToTable("role").HasKey(row => row.Name);
            role.Property(row => row.Name).HasMaxLength(60);
            role.Ignore(row => row.Permissions);
            role.HasData(
                new Role { Name = SystemRoles.Administrator, Description = "Administration : tous les droits." },
                new Role { Name = SystemRoles.Authenticated, Description = "Toute personne identifiée." },
                new Role { Name = SystemRoles.Anonymous, Description = "Toute personne qui lit le site." });
        });

        model.Entity<SignInRequest>(request =>
        {
            request.ToTable("sign_in_request");
            request.Property(row => row.Email).HasMaxLength(254);
            request.Property(row => row.PersonId).HasMaxLength(32);
            request.HasIndex(row => row.SecretHash).IsUnique();
            request.HasIndex(row => row.LinkHash).IsUnique();
            request.HasIndex(row => new { row.NormalizedEmail, row.CreatedUtc });
            request.HasIndex(row => row.CreatedUtc);
        });

        model.Entity<Installation>(installation =>
        {
            installation.ToTable("installation").HasKey(row => row.TokenHash);
            installation.Property(row => row.TokenHash).HasMaxLength(64);
        });
    }
}
