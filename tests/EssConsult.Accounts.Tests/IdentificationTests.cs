using System.Net;
using EssConsult.Accounts.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

public sealed class IdentificationTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory, OnBothDatabases]
    public async Task A_newcomer_gives_an_address_a_code_and_a_name_and_lands_where_they_came_from(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());

        var page = await site.SignUpAsync(visitor, address, "Maud L.", "/compte");

        page.Url.AbsolutePath.ShouldBe("/compte");
        page.Document.QuerySelector("#DisplayName")!.GetAttribute("value").ShouldBe("Maud L.");
        (await site.PublishedAsync<PersonIdentified>()).ShouldContain(new PersonIdentified(await site.IdAsync(address), null, IsNew: true));
    }

    [Theory, OnBothDatabases]
    public async Task The_last_button_pressed_twice_makes_one_account_and_opens_it(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, again, address) = (site.Visitor(), site.Visitor(), Citizens.NewAddress());
        var page = await visitor.AskCodeAsync(address);
        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();
        foreach (var (name, value) in visitor.Cookies.Cookies)
        {
            again.Cookies.Put(name, value);
        }

        HttpRequestMessage Press() => page.Form().With("DisplayName", "Maud L.").With("Age", "true").Press();
        var pages = await Task.WhenAll(visitor.SendAsync(Press()), again.SendAsync(Press()));

        pages.ShouldAllBe(landed => landed.Url.AbsolutePath == "/compte");
        var id = await site.IdAsync(address);
        (await site.PublishedAsync<PersonIdentified>()).Where(identified => identified.PersonId == id).Count(identified => identified.IsNew).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_known_needs_the_code_alone(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();
        await site.SignUpAsync(site.Visitor(), address);

        var page = await site.SignInAsync(site.Visitor(), address);

        page.Url.AbsolutePath.ShouldBe("/compte");
    }

    [Theory, OnBothDatabases]
    public async Task The_link_of_the_mail_opens_the_account_on_another_device_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();
        await site.SignUpAsync(site.Visitor(), address);
        await site.Visitor().AskCodeAsync(address);
        var link = await site.LinkAsync(address);

        var page = await (await site.Visitor().GetAsync(link)).Form().SubmitAsync();

        page.Url.AbsolutePath.ShouldBe("/compte");
        (await site.Visitor().GetAsync(link)).Text("h1").ShouldBe("Ce lien n’est plus valable");
    }

    [Theory, OnBothDatabases]
    public async Task After_five_wrong_codes_the_right_one_is_refused_too(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        var page = await visitor.AskCodeAsync(address);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            page = await page.Form().With("Code", "12").SubmitAsync();
            page.Status.ShouldBe(HttpStatusCode.Conflict);
        }

        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text(".error-summary li").ShouldBe("Ce code n’est plus valable. Demandez-en un autre, ou ouvrez le lien du message.");
    }

    [Theory, OnBothDatabases]
    public async Task A_code_lapses_after_a_quarter_of_an_hour(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Settings = { ["recipe"] = "none" } });
        var address = Citizens.NewAddress();
        var page = await site.Visitor().AskCodeAsync(address);
        site.Clock.Advance(TimeSpan.FromMinutes(16));

        page = await page.Form().With("Code", await site.CodeAsync(address)).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnBothDatabases]
    public async Task The_answer_does_not_tell_whether_an_account_has_the_address(Database database)
    {
        var site = await sites.OnAsync(database);
        var (known, unknown) = (Citizens.NewAddress(), Citizens.NewAddress());
        await site.SignUpAsync(site.Visitor(), known);

        var first = await site.Visitor().AskCodeAsync(known);
        var second = await site.Visitor().AskCodeAsync(unknown);

        second.Text("main")!.Replace(unknown, known, StringComparison.Ordinal).ShouldBe(first.Text("main"));
        second.Status.ShouldBe(first.Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_return_address_elsewhere_leads_home(Database database)
    {
        var site = await sites.OnAsync(database);

        var page = await site.SignUpAsync(site.Visitor(), Citizens.NewAddress(), returnTo: "https://example.org/");

        (page.Url.Host, page.Url.AbsolutePath).ShouldBe(("localhost", "/"));
    }

    [Theory, OnBothDatabases]
    public async Task The_seventh_code_of_an_hour_for_one_address_is_refused(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();
        for (var time = 0; time < 6; time++)
        {
            (await site.Visitor().AskCodeAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await site.Visitor().AskCodeAsync(address)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnBothDatabases]
    public async Task Neither_code_nor_address_nor_secret_is_readable_in_the_request(Database database)
    {
        var site = await sites.OnAsync(database);
        var (visitor, address) = (site.Visitor(), Citizens.NewAddress());
        await visitor.AskCodeAsync(address);

        var stored = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT code_hash || secret_hash || link_hash AS \"Value\" FROM sign_in_request WHERE email = {address}").SingleAsync());

        stored.ShouldNotContain(await site.CodeAsync(address));
        stored.ShouldNotContain(visitor.Cookies.Cookies["identification"]);
    }
}
