namespace EssConsult.Contributions;

internal static class Permissions
{
    public const string ContributeContent = nameof(ContributeContent);
    public const string ModerateContent = nameof(ModerateContent);
    public const string AnswerContributions = nameof(AnswerContributions);
}
