using System.Text.Json;

namespace Regio.ExpertTable.Cases;

/// <summary>The written form of the enums in events, reasons and figures: snake_case, frozen with the first event.</summary>
internal static class Codes
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value of the same name in the contract.</summary>
    public static TProto ToProto<TProto>(this Enum value)
        where TProto : struct, Enum => Enum.Parse<TProto>(value.ToString());

    /// <summary>The value of the same name in the domain; null for unspecified and for numbers that have no name.</summary>
    public static TDomain? ToDomain<TDomain>(this Enum value)
        where TDomain : struct, Enum => Enum.TryParse<TDomain>(value.ToString(), out var known) && Enum.IsDefined(known) ? known : null;
}
