using System.Net;
using System.Text;
using EssConsult.Actors.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Actors.Tests.Features;

public sealed class LogoTests(Sites sites) : IClassFixture<Sites>
{
    // One grey pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    [Theory, OnBothDatabases]
    public async Task A_contact_gives_the_structure_a_logo_that_everybody_sees_and_takes_it_back(Database database)
    {
        var site = await sites.OnAsync(database);
        var (actor, contact) = await ContactAsync(site);

        var page = await (await contact.GetAsync(actor.Path + "/modifier")).Form("main form").Attach("Logo.File", "logo.png", "image/png", Png).SubmitAsync("Enregistrer");
        var shown = page.Document.QuerySelector("img.actor-logo").ShouldNotBeNull().GetAttribute("src")!;
        var file = await site.Visitor().GetAsync(shown);
        var without = await (await contact.GetAsync(actor.Path + "/modifier")).Form("main form").With("Logo.Remove", "true").SubmitAsync("Enregistrer");
        await site.CatchUpAsync();

        file.Status.ShouldBe(HttpStatusCode.OK);
        without.Has("img.actor-logo").ShouldBeFalse();
        (await site.Visitor().GetAsync(shown)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_picture_is_refused_and_changes_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var (actor, contact) = await ContactAsync(site);
        var form = await contact.GetAsync(actor.Path + "/modifier");

        var document = await form.Form("main form").With("Form.Name", "Autre nom").Attach("Logo.File", "logo.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7")).SubmitAsync("Enregistrer");
        var disguised = await form.Form("main form").With("Form.Name", "Autre nom").Attach("Logo.File", "logo.png", "image/png", Encoding.ASCII.GetBytes("<svg/>")).SubmitAsync("Enregistrer");

        document.Html.ShouldContain("Un logo est une image PNG, JPEG ou WebP.");
        disguised.Html.ShouldContain("Ce fichier n’est pas accepté");
        (await site.InDatabaseAsync(db => db.Set<Actor>().SingleAsync(row => row.Id == actor.Id))).ShouldSatisfyAllConditions(row => row.Name.ShouldBe(actor.Name), row => row.Logo.ShouldBeNull());
    }

    [Theory, OnBothDatabases]
    public async Task Two_people_who_edit_one_sheet_do_not_overwrite_one_another(Database database)
    {
        var site = await sites.OnAsync(database);
        var (actor, contact) = await ContactAsync(site);
        var moderator = await site.ModeratorAsync();
        var (one, two) = (await contact.GetAsync(actor.Path + "/modifier"), await moderator.GetAsync($"/admin/structures/{actor.Id}"));

        await one.Form("main form").With("Form.Commune", "Rezé").SubmitAsync("Enregistrer");
        var late = await two.Form("form:has([name='Form.Name'])").With("Form.Commune", "Orvault").SubmitAsync("Enregistrer");

        late.Html.ShouldContain("Quelqu’un a modifié cette fiche entre-temps");
        (await site.InDatabaseAsync(db => db.Set<Actor>().SingleAsync(row => row.Id == actor.Id))).Commune.ShouldBe("Rezé");
    }

    private static async Task<(Actor Actor, Visitor Contact)> ContactAsync(Site site)
    {
        var (actor, contact) = (await site.ActorAsync("Imagée " + Seed.Word()), await site.SignInAsync());
        await site.MemberAsync(actor, contact, MemberRole.Contact);
        return (actor, contact);
    }
}
