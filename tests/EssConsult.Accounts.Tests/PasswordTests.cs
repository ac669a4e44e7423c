using System.Net;

namespace EssConsult.Accounts.Tests;

public sealed class PasswordTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    private const string Password = "trois mots faciles";
    private const string PasswordForm = "main details form";

    [Theory, OnBothDatabases]
    public async Task A_password_chosen_in_the_account_opens_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = await WithPasswordAsync(site);

        var page = await TryAsync(site, address, Password);

        page.Url.AbsolutePath.ShouldBe("/compte");
    }

    [Theory, OnBothDatabases]
    public async Task Five_wrong_passwords_refuse_the_right_one_for_a_quarter_of_an_hour(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Settings = { ["recipe"] = "none" } });
        var address = await WithPasswordAsync(site);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await TryAsync(site, address, "not this one at all")).Status.ShouldBe(HttpStatusCode.Conflict);
        }

        (await TryAsync(site, address, Password)).Status.ShouldBe(HttpStatusCode.Conflict);
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        (await TryAsync(site, address, Password)).Url.AbsolutePath.ShouldBe("/compte");
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = await WithPasswordAsync(site);

        var wrong = await TryAsync(site, address, "not this one at all");
        var unknown = await TryAsync(site, Citizens.NewAddress(), Password);

        unknown.Text("main").ShouldBe(wrong.Text("main"));
    }

    [Theory, OnBothDatabases]
    public async Task A_forgotten_password_is_replaced_after_a_code(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = await WithPasswordAsync(site);
        var page = await (await site.Visitor().GetAsync("/mot-de-passe-oublie")).Form().With("Email", address).SubmitAsync();

        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();
        page.Url.AbsolutePath.ShouldBe("/compte/mot-de-passe");
        page.Has("#CurrentPassword").ShouldBeFalse();
        await page.Form().With("NewPassword", "quatre autres mots faciles").SubmitAsync();

        (await TryAsync(site, address, Password)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await TryAsync(site, address, "quatre autres mots faciles")).Url.AbsolutePath.ShouldBe("/compte");
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_everywhere_ends_the_other_devices_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var (laptop, phone, address) = (site.Visitor(), site.Visitor(), Citizens.NewAddress());
        var page = await site.SignUpAsync(laptop, address);
        await site.SignInAsync(phone, address);

        await page.Form("aside form").SubmitAsync();
        await site.CatchUpAsync();

        (await laptop.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
        (await phone.GetAsync("/compte")).Url.AbsolutePath.ShouldBe("/connexion");
    }

    private static async Task<string> WithPasswordAsync(Site site)
    {
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await site.SignUpAsync(visitor, address);
        await (await visitor.GetAsync("/compte/mot-de-passe")).Form().With("NewPassword", Password).SubmitAsync();
        return address;
    }

    private static async Task<Page> TryAsync(Site site, string address, string password) =>
        await (await site.Visitor().GetAsync("/connexion?retour=%2Fcompte")).Form(PasswordForm).With("Email", address).With("Password", password).SubmitAsync();
}
