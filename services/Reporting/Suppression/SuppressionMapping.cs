using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Suppression;

/// <summary>Between policies and their messages.</summary>
internal static class SuppressionMapping
{
    public static V1.SuppressionPolicy ToProto(this SuppressionPolicy policy) => new()
    {
        Audience = (V1.Audience)((int)policy.Audience + 1),
        Threshold = policy.Threshold,
        MoneyPercent = policy.MoneyPercent,
        Period = policy.Validity.ToProto(),
        Ground = policy.Ground,
        Source = policy.Source.ToProto(),
    };

    public static Audience ToDomain(this V1.Audience audience) => (Audience)((int)audience - 1);
}
