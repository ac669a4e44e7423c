namespace EssConsult.Accounts.Tests;

public sealed class FormErrorTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory]
    [InlineData("/compte", "main form", "DisplayName", "#DisplayName")]
    [InlineData("/compte/mot-de-passe", "main form", "NewPassword", "#NewPassword")]
    [InlineData("/compte/donnees", "form:has([name=Sure])", "Texts", "[name=Texts]")]
    [InlineData("/compte/donnees", "form:has([name=Sure])", "Sure", "#Sure")]
    public async Task A_field_in_error_says_so_and_leads_to_the_sentence(string path, string form, string field, string control)
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var citizen = site.Visitor();
        await site.SignUpAsync(citizen, Citizens.NewAddress());
        var fresh = await citizen.GetAsync(path);
        fresh.Document.QuerySelector(control)!.HasAttribute("aria-invalid").ShouldBeFalse();

        var page = await (field switch
        {
            "Sure" => fresh.Form(form).With("Texts", "garder"),
            "Texts" => fresh.Form(form),
            _ => fresh.Form(form).With(field, "x"),
        }).SubmitAsync();

        ShouldLeadToItsSentence(page, field, control);
    }

    [Fact]
    public async Task So_do_those_of_the_installation()
    {
        var site = await sites.OnAsync(Database.Sqlite);
        var address = Citizens.NewAddress();
        await site.CommandAsync("admin invite", address);

        var page = await (await site.Visitor().GetAsync(await site.LinkAsync(address))).Form().SubmitAsync();
        ShouldLeadToItsSentence(page, "DisplayName", "#DisplayName");

        ShouldLeadToItsSentence(await page.Form().With("DisplayName", "Ada").With("NewPassword", "court").SubmitAsync(), "NewPassword", "#NewPassword");
    }

    private static void ShouldLeadToItsSentence(Page page, string field, string control)
    {
        page.Text($"#{field}-error").ShouldNotBeNullOrEmpty();
        page.Document.QuerySelector(control)!.GetAttribute("aria-invalid").ShouldBe("true");
        page.Has($"[aria-describedby~={field}-error]").ShouldBeTrue();
    }
}
