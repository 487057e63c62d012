namespace Regio.Municipalities.Register;

/// <summary>The words for kinds of region in files and on the bus.</summary>
internal static class RegionKinds
{
    private static readonly Dictionary<RegionKind, string> Words = new()
    {
        [RegionKind.Procurement] = "procurement",
        [RegionKind.YouthCare] = "youth-care",
        [RegionKind.Province] = "province",
    };

    public static string Word(this RegionKind kind) => Words[kind];

    public static RegionKind Parse(string word) => Words.Single(pair => pair.Value == word).Key;
}
