namespace Regio.Municipalities.Costs;

/// <summary>What an allocation key is for.</summary>
internal static class Purpose
{
    /// <summary>The shared costs of the youth-care region.</summary>
    public const string YouthCareRegion = "jhrd";

    public static string OrDefault(string purpose) => purpose.Length == 0 ? YouthCareRegion : purpose;
}
