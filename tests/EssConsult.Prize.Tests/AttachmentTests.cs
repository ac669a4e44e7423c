using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Accounts.Contracts;
using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Jury;
using EssConsult.Prize.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Prize.Tests;

/// <summary>Files of an entry: who reads them, what the receipt says of them, those that are asked later.</summary>
public sealed class AttachmentTests(PrizeSites sites) : IClassFixture<PrizeSites>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    [Theory, OnBothDatabases]
    public async Task A_file_is_read_by_who_may_read_the_entry_and_its_hash_is_in_what_was_sent(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant) = (await EditionAsync(site), await site.OrganiserAsync(), await site.SignInAsync());
        var (juror, recused) = (await site.JurorAsync(organiser, edition, "Juré Lecteur"), await site.JurorAsync(organiser, edition, "Jurée Liée"));
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var id = Guid.Parse(form.Url.Segments[^1]);
        form.Html.ShouldNotContain("Comptes annuels");

        (await form.Form("draft-form form").With("Title", "Avec un plan").Attach("FileQuestions.Plan.File", "plan.txt", "text/plain", [.. "Un plan."u8]).SubmitAsync("Enregistrer le brouillon")).Text(".error").ShouldNotBeNull().ShouldContain("plan.txt");
        (await form.Form("draft-form form").With("Title", "Avec un plan").Attach("FileQuestions.Plan.File", "plan.pdf", "application/pdf", [.. "Pas un PDF."u8]).SubmitAsync("Enregistrer le brouillon")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.Form("draft-form form").With("Title", "Avec un plan").Attach("FileQuestions.Plan.File", "lourd.pdf", "application/pdf", [.. Pdf, .. new byte[1_000_001]]).SubmitAsync("Enregistrer le brouillon")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.Form("draft-form form").With("Title", "Avec un plan").SubmitAsync("Relire avant d’envoyer")).Text("#FileQuestions_Plan-error").ShouldBe("Ajoutez un fichier à « Plan ».");
        var review = await (await applicant.GetAsync($"/dossiers/{id}")).Form("draft-form form").Attach("FileQuestions.Plan.File", "ornithorynque.pdf", "application/pdf", Pdf).SubmitAsync("Relire avant d’envoyer");
        var address = review.Document.QuerySelector(".attachments a")!.GetAttribute("href")!;
        (await StatusAsync(applicant, address), await StatusAsync(organiser, address), await StatusAsync(site.Visitor(), address)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Redirect));
        await review.Form("main form.form").SubmitAsync("Envoyer mon dossier");
        var sent = await site.InDatabaseAsync(db => db.Set<EntrySubmission>().Where(row => row.EntryId == id).Select(row => row.Content).SingleAsync());
        sent.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(Pdf)));

        site.EndCall();
        await organiser.ScreenAsync(edition, id);
        await organiser.OpenScoringAsync(edition);
        await juror.DeclareAsync(edition);
        await recused.DeclareAsync(edition, (id, ConflictKind.Family));
        (await StatusAsync(organiser, address), await StatusAsync(juror, address), await StatusAsync(recused, address), await StatusAsync(await site.SignInAsync(), address)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await juror.GetAsync($"/jury/{edition}/dossiers/{id}")).Html.ShouldContain("ornithorynque.pdf");
        (await applicant.Client.GetByteArrayAsync(address)).ShouldBe(Pdf);
    }

    [Theory, OnBothDatabases]
    public async Task Documents_asked_after_eligibility_come_from_eligible_entries_alone_and_change_nothing_else(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, organiser, applicant, other) = (await EditionAsync(site), await site.OrganiserAsync(), await site.SignInAsync(), await site.SignInAsync());
        var (entry, refused) = (await EnterAsync(applicant, edition), await EnterAsync(other, edition));
        site.EndCall();
        (await applicant.GetAsync($"/dossiers/{entry}/complements")).Status.ShouldBe(HttpStatusCode.NotFound);
        await organiser.ScreenAsync(edition, refused, "Non recevable", "Hors sujet.");
        (await organiser.ScreenAsync(edition, entry)).Html.ShouldContain("Documents attendus de ce dossier recevable");
        (await other.GetAsync($"/dossiers/{refused}/complements")).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = await applicant.GetAsync($"/dossiers/{entry}/complements");
        (await form.Form("main form.form").SubmitAsync()).Text("#FileQuestions_Accounts-error").ShouldBe("Ajoutez un fichier à « Comptes annuels ».");
        var receipt = await form.Form("main form.form").Attach("FileQuestions.Accounts.File", "comptes.pdf", "application/pdf", Pdf).SubmitAsync("Envoyer ces documents");
        await site.CatchUpAsync();

        receipt.Texts("article .attachments a").ShouldBe(["plan.pdf", "comptes.pdf"]);
        var kept = await site.EntryAsync(entry);
        (kept.State, kept.Submissions, kept.Number).ShouldBe((EntryState.Eligible, 2, 1));
        (await site.MailsToAsync(applicant.PersonId!)).ShouldContain(mail => mail.Contains("Les documents demandés", StringComparison.Ordinal));
        (await organiser.GetAsync($"/admin/prix/{edition}/dossiers/{entry}")).Html.ShouldNotContain("Documents attendus");
        await site.JurorAsync(organiser, edition, "Juré Un");
        await organiser.OpenScoringAsync(edition);
        (await applicant.GetAsync($"/dossiers/{entry}/complements")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_was_sent_stays_with_that_sending_one_that_was_not_goes_and_erasure_takes_both(Database database)
    {
        var site = await sites.OnAsync(database);
        var (edition, applicant) = (await EditionAsync(site), await site.SignInAsync());
        var entry = await EnterAsync(applicant, edition);
        async Task ReplaceAsync(string name)
        {
            var page = await applicant.GetAsync($"/dossiers/{entry}");
            await page.Form("draft-form form").With("FileQuestions.Plan.Removed", page.Document.QuerySelector("[name='FileQuestions.Plan.Removed']")!.GetAttribute("value")!).Attach("FileQuestions.Plan.File", name, "application/pdf", Pdf).SubmitAsync("Enregistrer le brouillon");
        }

        await ReplaceAsync("brouillon.pdf");
        await ReplaceAsync("definitif.pdf");
        (await NamesAsync(site, entry)).ShouldBe(["definitif.pdf", "plan.pdf"]);

        var exported = await site.UseAsync<IServiceProvider, string>(async services => JsonSerializer.Serialize(await services.GetServices<IPersonalData>().Single(data => data is PrizeData).ExportAsync(applicant.PersonId!, default)));
        exported.ShouldContain(Convert.ToBase64String(Pdf)[..20]);
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            await using var write = await db.BeginWriteAsync(default);
            await services.GetServices<IPersonalData>().Single(data => data is PrizeData).EraseAsync(applicant.PersonId!, false, default);
            await db.SaveChangesAsync();
            await write.CommitAsync(default);
        });
        (await NamesAsync(site, entry)).ShouldBeEmpty();
    }

    private static Task<List<string>> NamesAsync(Site site, Guid entry) => site.InDatabaseAsync(db => db.Set<EntryFile>().Where(file => file.EntryId == entry).Select(file => file.FileName).OrderBy(name => name).ToListAsync());

    private static async Task<Guid> EnterAsync(Visitor applicant, string edition)
    {
        var form = await (await applicant.GetAsync($"/prix/{edition}/deposer")).Form("main form.form").SubmitAsync();
        var review = await form.Form("draft-form form").With("Title", "Avec un plan").Attach("FileQuestions.Plan.File", "plan.pdf", "application/pdf", Pdf).SubmitAsync("Relire avant d’envoyer");
        return Guid.Parse((await review.Form("main form.form").SubmitAsync("Envoyer mon dossier")).Url.Segments[^2].TrimEnd('/'));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.WithoutRedirects.GetAsync(address);
        return answer.StatusCode;
    }

    /// <summary>A plan as a PDF of at most 1 MB, and accounts once the entry is eligible.</summary>
    private static async Task<string> EditionAsync(Site site)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitions>();
            if (definitions.FindType("FileQuestions") is null)
            {
                await definitions.MergeAsync(
                    [StartingTypesRegistration.Type("FileQuestions", "Questions à fichiers", "Pour les essais.", "PrizeQuestions", StartingTypesRegistration.Part("FileQuestions", 0))],
                    [StartingTypesRegistration.PartOf("FileQuestions", Field("Plan", "Plan", 0, new JsonObject { ["MostMegabytes"] = 1 }), Field("Accounts", "Comptes annuels", 1, new JsonObject { ["AfterEligibility"] = true }))],
                    replace: false, default);
                await services.GetRequiredService<SiteDb>().SaveChangesAsync();
            }
        });
        await site.CatchUpAsync();
        return await site.EditionAsync(part => part["Questions"] = "FileQuestions");
    }

    private static JsonObject Field(string name, string label, int position, JsonObject question)
    {
        var field = StartingTypesRegistration.Field("MediaField", name, label, position, new JsonObject { ["Required"] = true, ["Multiple"] = false, ["AllowedExtensions"] = new JsonArray(".pdf") });
        field["Settings"]!["PrizeQuestionSettings"] = question;
        return field;
    }
}
