namespace EssConsult.Accounts.Tests;

public sealed class SessionTests
{
    private const string Password = "trois mots faciles";
    private static readonly SiteOptions Bare = new() { Settings = { ["recipe"] = "none" } };

    [Theory, OnBothDatabases]
    public async Task Whoever_joins_the_staff_while_signed_in_is_out_after_twelve_hours_however_busy(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        await site.MakeRoleAsync("Accueil", "AccessAdminPanel", "ListUsers");
        var (admin, citizen, address) = (await site.AdministratorAsync(), site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(citizen, address);
        await (await admin.GetAsync($"/admin/personnes/{await site.IdAsync(address)}")).Form("form:has([name=Held])").With("Held", "Accueil").SubmitAsync();
        await site.CatchUpAsync();

        for (var visit = 0; visit < 2; visit++)
        {
            (await citizen.GetAsync("/admin/personnes")).Url.AbsolutePath.ShouldBe("/admin/personnes");
            site.Clock.Advance(TimeSpan.FromHours(7));
        }

        (await citizen.GetAsync("/admin/personnes")).Url.AbsolutePath.ShouldBe("/connexion");
    }

    [Theory, OnBothDatabases]
    public async Task A_citizen_stays_signed_in_for_weeks(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var citizen = site.Visitor();
        await site.SignUpAsync(citizen, Citizens.NewAddress());
        site.Clock.Advance(TimeSpan.FromDays(50));

        (await citizen.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/compte");
    }

    [Theory, OnBothDatabases]
    public async Task Saving_the_profile_gives_staff_no_more_time(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var staff = await site.SignInAsync("Accueil", "AccessAdminPanel");
        site.Clock.Advance(TimeSpan.FromHours(11));
        await (await staff.GetAsync("/compte")).Form().With("DisplayName", "Maud").SubmitAsync();
        (await staff.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/compte");
        site.Clock.Advance(TimeSpan.FromHours(2));

        (await staff.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
    }

    [Theory, OnBothDatabases]
    public async Task Saving_the_profile_does_not_prove_the_address_again(Database database)
    {
        await using var site = await Site.StartAsync(database, Bare);
        var citizen = site.Visitor();
        await site.SignUpAsync(citizen, Citizens.NewAddress());
        await (await citizen.GetAsync("/compte/mot-de-passe")).Form().With("NewPassword", Password).SubmitAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        var page = await (await citizen.GetAsync("/compte")).Form().With("DisplayName", "Maud").SubmitAsync();
        page.Url.AbsolutePath.ShouldBe("/compte");
        (await citizen.GetAsync("/compte/mot-de-passe")).Has("#CurrentPassword").ShouldBeFalse();
        site.Clock.Advance(TimeSpan.FromMinutes(10));

        (await citizen.GetAsync("/compte/mot-de-passe")).Has("#CurrentPassword").ShouldBeTrue();
    }
}
