namespace EssConsult.Prize;

internal static class Permissions
{
    /// <summary>Runs editions. It opens no entry that its holder is recused from.</summary>
    public const string ManagePrize = nameof(ManagePrize);
}
