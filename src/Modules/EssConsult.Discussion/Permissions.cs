namespace EssConsult.Discussion;

internal static class Permissions
{
    public const string CommentContent = nameof(CommentContent);
    public const string SupportContent = nameof(SupportContent);
    public const string FollowContent = nameof(FollowContent);
    public const string ModerateContent = nameof(ModerateContent);
}
