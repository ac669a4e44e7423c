namespace EssConsult.Mail;

internal static class Permissions
{
    public const string ManageMail = "ManageMail";
}
