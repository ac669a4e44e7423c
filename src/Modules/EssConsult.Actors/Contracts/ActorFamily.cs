namespace EssConsult.Actors.Contracts;

/// <summary>The families of the social and solidarity economy (loi n° 2014-856, article 1er).</summary>
public enum ActorFamily
{
    Association,
    Cooperative,
    Mutual,
    Foundation,
    SocialEnterprise,
}
