using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access.SignIn;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("correct horse battery", null)]
    [InlineData("狼煙を上げて隣国に知らせる夜明け", null)]
    [InlineData("short-one-1", "PasswordTooShort")]
    [InlineData("aaaaaaaaaaaaaaaa", "PasswordTooSimple")]
    [InlineData("yamada.taro12", "PasswordIsName")]
    [InlineData("YAMADA-TARO-yamada-taro", "PasswordIsName")]
    [InlineData("Ｙａｍａｄａ．Ｔａｒｏ！！", "PasswordIsName")]
    [InlineData("DutyOfficer!!!", "PasswordIsName")]
    public void Password_WhenChosen_IsHeldAgainstTheRules(string password, string? refusal) =>
        PasswordRules.Refusal(password, "yamada.taro", "Duty officer").ShouldBe(refusal);

    [Fact]
    public void Password_WhenEndless_IsRefused() => PasswordRules.Refusal(new string('x', 10_000), "a", "b").ShouldBe("PasswordTooLong");

    [Fact]
    public void Password_WhenTypedByAnInputMethod_IsTheSamePassword()
    {
        var keeper = new PasswordKeeper(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var hash = keeper.HashPassword(new Person(), "correct horse battery");
        keeper.VerifyHashedPassword(new Person(), hash, "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ").ShouldBe(PasswordVerificationResult.Success);
        keeper.VerifyHashedPassword(new Person(), hash, "Correct horse battery").ShouldBe(PasswordVerificationResult.Failed);
        keeper.VerifyHashedPassword(new Person(), hash, "\uD800 half a pair").ShouldBe(PasswordVerificationResult.Failed);
    }
}
