using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Testing.Rpcs;

/// <summary>Lists: size of a page and tokens that belong to another question.</summary>
internal static class ListChecks
{
    public static async Task SizesAsync(Trial trial)
    {
        if (trial.Rpc.Request.FindFieldByName("page_size") is not { } size)
            return;
        var request = await trial.UnusedSampleAsync();
        size.Accessor.SetValue(request, -1);
        await trial.ExpectAsync("a page below zero", request, "INVALID_ARGUMENT that names page_size",
            answer => answer.Is(StatusCode.InvalidArgument) && answer.Fields.Contains("page_size"));

        request = await trial.UnusedSampleAsync();
        size.Accessor.SetValue(request, int.MaxValue);
        await trial.ExpectAsync("a huge page", request, $"OK with at most {PageSize.Most} items",
            answer => answer.Is(StatusCode.OK) && Items(trial.Rpc.Method.OutputType, answer) <= PageSize.Most);
    }

    public static async Task TokensAsync(Trial trial)
    {
        if (trial.Rpc.Request.FindFieldByName("page_token") is not { } token)
            return;
        var ofAnotherMethod = PageToken.After(new Regio.Common.V1.Date { Year = 2026 }, "a", "b");
        var tokens = new Dictionary<string, string>
        {
            ["garbage"] = "abc",
            ["not even text of a token"] = "\u20ac\u0007 '--",
            ["very long"] = new string('A', 100_000),
            ["of another query"] = ofAnotherMethod,
        };
        foreach (var (what, value) in tokens)
        {
            var request = await trial.UnusedSampleAsync();
            token.Accessor.SetValue(request, value);
            await RefusedAsync($"a page token that is {what}", request);
        }

        foreach (var filter in Filters(trial.Rpc.Request))
        {
            var request = await trial.UnusedSampleAsync();
            var first = PageToken.After(request, "a");
            filter(request);
            token.Accessor.SetValue(request, first);
            await RefusedAsync("a page token of another filter", request);
        }

        Task RefusedAsync(string what, IMessage request) => trial.ExpectAsync(
            what, request, "PAGE_TOKEN_INVALID",
            answer => answer.Is(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID") && answer.Fields.Contains("page_token"));
    }

    // Enums and days: values that are always right in form.
    private static IEnumerable<Action<IMessage>> Filters(MessageDescriptor request) =>
        from field in request.Fields.InFieldNumberOrder()
        where field is { IsRepeated: false, FieldType: FieldType.Enum }
        select (Action<IMessage>)(message => field.Accessor.SetValue(message, Enum.ToObject(field.EnumType.ClrType, Other(field, message))));

    private static int Other(FieldDescriptor field, IMessage message) =>
        field.EnumType.Values.First(value => value.Number != 0 && value.Number != Convert.ToInt32(field.Accessor.GetValue(message), System.Globalization.CultureInfo.InvariantCulture)).Number;

    private static int Items(MessageDescriptor type, RpcAnswer answer)
    {
        var page = type.Parser.ParseFrom(answer.Body);
        return type.Fields.InFieldNumberOrder()
            .Where(field => field is { IsRepeated: true, IsMap: false, FieldType: FieldType.Message })
            .Select(field => ((IList)field.Accessor.GetValue(page)).Count)
            .DefaultIfEmpty(0).Max();
    }
}
