namespace EssConsult.Accounts.Identification;

internal sealed class AdminInviteCommand(InstallationLink links) : ISiteCommand
{
    public string Words => "admin invite";

    public string Purpose => "ADRESSE : invite un administrateur, par un lien à usage unique affiché ici et envoyé par e-mail.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (arguments is not [var typed] || EmailAddress.Clean(typed) is not { } email)
        {
            await output.WriteLineAsync("Usage : admin invite ADRESSE");
            return 2;
        }

        await output.WriteLineAsync(await links.MakeAsync(email, ct));
        return 0;
    }
}
