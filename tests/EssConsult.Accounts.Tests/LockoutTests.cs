using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EssConsult.Accounts.Tests;

public sealed class LockoutTests
{
    private const string Password = "trois mots faciles";

    [Theory, OnBothDatabases]
    public async Task A_try_is_counted_before_the_password_is_compared(Database database)
    {
        var witness = new Witness();
        await using var site = await Site.StartAsync(database, new SiteOptions
        {
            Settings = { ["recipe"] = "none" },
            Services = services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(witness)),
        });
        var (citizen, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        await (await citizen.GetAsync("/compte/mot-de-passe")).Form().With("NewPassword", Password).SubmitAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        witness.Look = () => site.InDatabaseAsync(db => db.Set<Person>().Where(person => person.Email == address).Select(person => person.AccessFailedCount).SingleAsync());

        await TryAsync(site, address, "not this one at all");
        await (await citizen.GetAsync("/compte/mot-de-passe")).Form().With("CurrentPassword", "nor this one").With("NewPassword", Password).SubmitAsync();
        await TryAsync(site, address, Password);
        await TryAsync(site, address, Password);

        witness.Seen.ShouldBe([1, 2, 3, 1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_right_password_makes_four_wrong_ones_void(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Settings = { ["recipe"] = "none" } });
        var (citizen, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        await (await citizen.GetAsync("/compte/mot-de-passe")).Form().With("NewPassword", Password).SubmitAsync();

        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                (await TryAsync(site, address, "not this one at all")).Status.ShouldBe(HttpStatusCode.Conflict);
            }

            (await TryAsync(site, address, Password)).Url.AbsolutePath.ShouldBe("/compte");
        }
    }

    private static async Task<Page> TryAsync(Site site, string address, string password) =>
        await (await site.Visitor().GetAsync("/connexion?retour=%2Fcompte")).Form("main details form").With("Email", address).With("Password", password).SubmitAsync();

    /// <summary>Notes what the database says at the moment of each comparison.</summary>
    private sealed class Witness : PasswordHasher<Person>
    {
        public List<int> Seen { get; } = [];

        public Func<Task<int>>? Look { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            if (Look is not null)
            {
                Seen.Add(Task.Run(Look).GetAwaiter().GetResult());
            }

            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
